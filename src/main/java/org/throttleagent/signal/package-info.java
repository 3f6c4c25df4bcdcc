/**
 * What a response says about the limits of its sender.
 *
 * <p>{@link org.throttleagent.signal.SignalReader} turns a {@link org.throttleagent.signal.ResponseFacts} into a {@link
 * org.throttleagent.signal.RateSignal} in three steps: collect the header fields that the table of dialects names, read each
 * value by its grammar into facts, and judge the facts. The table is the resource {@code dialects.txt}; a further dialect is a
 * few further lines in it.
 */
@NullMarked
package org.throttleagent.signal;

import org.jspecify.annotations.NullMarked;
