/**
 * What the signal reader costs. Run with {@code mvn -pl src,agent/benchmarks -DskipTests verify -Dbenchmarks.skip=false
 * -Dbenchmarks.args="ReadResponse -prof gc"}.
 */
package org.throttleagent.benchmarks.signal;
