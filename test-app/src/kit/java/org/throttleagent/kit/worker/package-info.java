/** The side of the kit that runs inside a forked JVM, under the agent: plain Java 8, no library but the client under test. */
@NullMarked
package org.throttleagent.kit.worker;

import org.jspecify.annotations.NullMarked;
