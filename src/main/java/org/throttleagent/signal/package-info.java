/**
 * What a response says about the limits of its sender.
 *
 * <p>{@link org.throttleagent.signal.SignalReader} turns a {@link org.throttleagent.signal.ResponseFacts} into a {@link
 * org.throttleagent.signal.RateSignal} in three steps: collect the header fields that {@code Dialects} names, read each
 * value by its grammar into facts, and judge the facts. A further dialect is a further row in {@code Dialects}.
 */
@NullMarked
package org.throttleagent.signal;

import org.jspecify.annotations.NullMarked;
