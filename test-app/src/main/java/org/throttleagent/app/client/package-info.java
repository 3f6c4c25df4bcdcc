/** Every HTTP client behind one interface, one class per client. */
@NullMarked
package org.throttleagent.app.client;

import org.jspecify.annotations.NullMarked;
