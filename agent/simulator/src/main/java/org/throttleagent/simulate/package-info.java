/**
 * The simulator: processes, threads and a server with a limit on virtual time.
 *
 * <p>The processes are the product's own {@link org.throttleagent.Engine}, unchanged, or one of the published ways to throttle
 * that it is measured against. A run is one {@link org.throttleagent.simulate.World}; the same scenario and seed give the same run.
 */
@NullMarked
package org.throttleagent.simulate;

import org.jspecify.annotations.NullMarked;
