/** Programs that others wrote, run unmodified under the agent. */
@NullMarked
package org.throttleagent.programs;

import org.jspecify.annotations.NullMarked;
