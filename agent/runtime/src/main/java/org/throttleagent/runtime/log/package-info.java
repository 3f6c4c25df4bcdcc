/**
 * The throttle log: who waited, for what, how long and why. One line an event, as logfmt or JSON, to stderr or a file.
 *
 * <p>SLF4J and what is behind it live in the agent's own class loader. The back end is this package: a logger, a line and two
 * sinks. It reads no system property and no configuration file, and never looks at a context class loader, so that nothing an
 * application brings for its own logging can change the throttle log, nor make it print a byte.
 */
@NullMarked
package org.throttleagent.runtime.log;

import org.jspecify.annotations.NullMarked;
