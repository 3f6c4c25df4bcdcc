/**
 * What the signal reader costs. Run with {@code mvn -q -pl agent/benchmarks -am -DskipTests package} and then {@code mvn -pl
 * agent/benchmarks exec:java -Dexec.args="ReadResponse -prof gc"}.
 */
package org.throttleagent.benchmarks.signal;
