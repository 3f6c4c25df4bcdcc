/**
 * The border between a client's own classes and the agent.
 *
 * <p>{@link org.throttleagent.gate.ThrottleGate} is the one class that woven code calls; packaging renames it to {@code
 * java.lang.ThrottleGate} and the agent defines it there. All other types stay in the agent's own class loader: they are
 * the contract between the client adapters, which know where a client can be paced, and the runtime, which knows when.
 */
@NullMarked
package org.throttleagent.gate;

import org.jspecify.annotations.NullMarked;
