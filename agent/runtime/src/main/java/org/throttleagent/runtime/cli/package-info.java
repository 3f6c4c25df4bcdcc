/** The command line, {@code java -jar throttle-agent.jar COMMAND}: what the agent tells about itself when it is not at work. */
@NullMarked
package org.throttleagent.runtime.cli;

import org.jspecify.annotations.NullMarked;
