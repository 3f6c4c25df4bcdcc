package org.throttleagent.signal;

import java.util.concurrent.TimeUnit;

/** Reads what a response says about limits, from its status and header fields alone. Immutable. */
public final class SignalReader {
    /*
     * Everything read here was written by a stranger. A value that cannot be read counts as absent, no scanner looks past
     * the first 4 KiB of a value, and each is linear without recursion. A response without limit fields, which is nearly
     * every response, costs one collector and a look-up per field name.
     */

    /** The longest wait that a response may ask for unless told otherwise: one hour. */
    public static final long DEFAULT_MAX_SIGNAL_NANOS = TimeUnit.HOURS.toNanos(1);

    private final long maxSignalNanos;

    private SignalReader(long maxSignalNanos) {
        this.maxSignalNanos = maxSignalNanos;
    }

    /**
     * A reader that cuts longer waits to the given one.
     *
     * @param maxSignalNanos the longest wait, above 0
     * @throws IllegalArgumentException if it is not above 0
     */
    public static SignalReader create(long maxSignalNanos) {
        if (maxSignalNanos <= 0) {
            throw new IllegalArgumentException("maxSignalNanos must be above 0, but is " + maxSignalNanos);
        }
        return new SignalReader(maxSignalNanos);
    }

    /**
     * What the response says. Never throws: when the response itself fails while it is read, what was seen until then
     * counts.
     *
     * @param wallMillis the local wall clock when the response was received, in milliseconds since the epoch; it places
     *     absolute times when the response has no {@code Date} that can be believed
     */
    public RateSignal read(ResponseFacts response, long wallMillis) {
        int status = 0;
        HeaderCollector headers = new HeaderCollector();
        try {
            status = response.status();
            response.forEachHeader(headers);
        } catch (RuntimeException | LinkageError e) {
            // the client's own objects failed; a limit must not be the one to break the application
        }
        return Verdict.of(status, headers.facts(wallMillis), maxSignalNanos);
    }
}
