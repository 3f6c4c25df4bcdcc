/** What is in the agent's jar, and how it starts: tests that run real JVMs with it. */
@NullMarked
package org.throttleagent.dist;

import org.jspecify.annotations.NullMarked;
