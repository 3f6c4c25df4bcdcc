/**
 * Measures what the agent costs when a JVM starts, beside no agent, an empty one and others. Results are in
 * docs/startup.md, and how to run it.
 */
@NullMarked
package org.throttleagent.benchmarks;

import org.jspecify.annotations.NullMarked;
