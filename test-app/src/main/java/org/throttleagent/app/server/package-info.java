/** Rate-limited HTTP servers on the loopback interface, and the limits they keep. */
@NullMarked
package org.throttleagent.app.server;

import org.jspecify.annotations.NullMarked;
