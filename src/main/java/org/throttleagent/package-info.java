/**
 * The engine: what to do with a request. {@link org.throttleagent.Engine} holds the rules and the keys, {@link
 * org.throttleagent.Call} is one call of the application on its way through them. Nothing here waits, logs or reads a clock.
 */
@NullMarked
package org.throttleagent;

import org.jspecify.annotations.NullMarked;
