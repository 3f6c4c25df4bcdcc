/** Wires engine, weaver and clients together inside the agent's own class loader. */
@NullMarked
package org.throttleagent.runtime;

import org.jspecify.annotations.NullMarked;
