/** What the tests of a client adapter need beside the client. */
@NullMarked
package org.throttleagent.client.testing;

import org.jspecify.annotations.NullMarked;
