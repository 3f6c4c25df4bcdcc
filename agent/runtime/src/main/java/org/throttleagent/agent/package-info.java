/**
 * What the system class loader sees of the agent: the entry point, the loader of everything else, and the names of the classes
 * to weave. Written for start-up: no lambdas, regular expressions, logging, streams or string concatenation by invokedynamic.
 */
@NullMarked
package org.throttleagent.agent;

import org.jspecify.annotations.NullMarked;
