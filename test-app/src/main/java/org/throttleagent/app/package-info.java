/** The demo: what rate limits do to an application, and what the agent does about it. */
@NullMarked
package org.throttleagent.app;

import org.jspecify.annotations.NullMarked;
