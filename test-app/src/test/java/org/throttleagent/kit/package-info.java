/** The compatibility kit: what every client has to do under the agent, looked at from the application, the server and the log. */
@NullMarked
package org.throttleagent.kit;

import org.jspecify.annotations.NullMarked;
