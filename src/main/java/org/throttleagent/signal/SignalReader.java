package org.throttleagent.signal;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Reads what a response says about limits, from its status and header fields alone. Safe for use by many threads. */
public final class SignalReader {
    /*
     * Everything read here was written by a stranger. A value that cannot be read counts as absent, no scanner looks past
     * the first 4 KiB of a value, and each is linear without recursion. A response without limit fields, which is nearly
     * every response, costs a few comparisons for each field and allocates nothing: one collector is lent from response to
     * response, and whoever finds it lent makes another.
     */

    /** The longest wait that a response may ask for unless told otherwise: one hour. */
    public static final long DEFAULT_MAX_SIGNAL_NANOS = TimeUnit.HOURS.toNanos(1);

    private final long maxSignalNanos;
    private final @Nullable Dialects ofHosts;
    private final HeaderCollector shared;
    /** 1 while somebody uses the shared collector, else 0. No AtomicReference: its first use in a JVM costs milliseconds. */
    private final AtomicInteger lent = new AtomicInteger();

    private SignalReader(long maxSignalNanos, List<HostDialect> dialects) {
        this.maxSignalNanos = maxSignalNanos;
        this.ofHosts = dialects.isEmpty() ? null : HostDialect.table(dialects);
        this.shared = new HeaderCollector(ofHosts);
    }

    /**
     * A reader that cuts longer waits to the given one.
     *
     * @param maxSignalNanos the longest wait, above 0
     * @throws IllegalArgumentException if it is not above 0
     */
    public static SignalReader create(long maxSignalNanos) {
        return create(maxSignalNanos, Collections.<HostDialect>emptyList());
    }

    /**
     * A reader that knows more dialects than those of the table. They go before those.
     *
     * @param maxSignalNanos the longest wait, above 0
     * @throws IllegalArgumentException if it is not above 0
     */
    public static SignalReader create(long maxSignalNanos, List<HostDialect> dialects) {
        if (maxSignalNanos <= 0) {
            throw new IllegalArgumentException("maxSignalNanos must be above 0, but is " + maxSignalNanos);
        }
        return new SignalReader(maxSignalNanos, dialects);
    }

    /**
     * What the response says. Never throws: when the response itself fails while it is read, what was seen until then
     * counts.
     *
     * @param host who sent it, without a port, in any case; empty if that is not known
     * @param wallMillis the local wall clock when the response was received, in milliseconds since the epoch; it places
     *     absolute times when the response has no {@code Date} that can be believed
     */
    public RateSignal read(ResponseFacts response, String host, long wallMillis) {
        return read(response, host, wallMillis, null);
    }

    /** What the response says, and why, field by field. */
    public Explanation explain(ResponseFacts response, String host, long wallMillis) {
        Notes notes = new Notes();
        RateSignal signal = read(response, host, wallMillis, notes);
        return new Explanation(signal, notes.all());
    }

    private RateSignal read(ResponseFacts response, String host, long wallMillis, @Nullable Notes notes) {
        boolean mine = lent.compareAndSet(0, 1);
        HeaderCollector headers = mine ? shared : new HeaderCollector(ofHosts);
        int status = 0;
        Facts facts;
        try {
            headers.begin(host, notes);
            try {
                status = response.status();
                response.forEachHeader(headers);
            } catch (RuntimeException | LinkageError e) {
                // the client's own objects failed; a limit must not be the one to break the application
            }
            facts = headers.facts(wallMillis);
        } finally {
            headers.end();
            if (mine) {
                lent.set(0);
            }
        }
        RateSignal signal = Verdict.of(status, facts, maxSignalNanos);
        if (notes != null) {
            Reasons.add(notes, status, facts, signal, maxSignalNanos);
        }
        return signal;
    }
}
