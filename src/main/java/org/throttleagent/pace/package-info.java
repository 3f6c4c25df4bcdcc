/**
 * When a request may go.
 *
 * <p>{@link org.throttleagent.pace.Gcra} is the arithmetic of one rate window, {@link org.throttleagent.pace.PaceState} is all
 * that is known of one key at one instant (caps, what answers taught, requests in flight) as an immutable value, and {@link
 * org.throttleagent.pace.Pacer} holds that value for a key together with the queue of those who wait. Nothing here sleeps or
 * reads a clock: instants are passed in, as values of a monotonic clock in nanoseconds that may wrap around, so they are only
 * ever compared by difference.
 */
@NullMarked
package org.throttleagent.pace;

import org.jspecify.annotations.NullMarked;
