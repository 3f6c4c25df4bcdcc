/** Keeps the client adapters: one for each client of the JDK, one for each class loader that has a client library. */
@NullMarked
package org.throttleagent.runtime.client;

import org.jspecify.annotations.NullMarked;
