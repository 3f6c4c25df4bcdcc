package org.throttleagent.app.server;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A token bucket that says nothing until it refuses, and then when to come back, in {@code Retry-After}. */
public final class RetryAfterLimit implements Limit {
    /** The two forms of {@code Retry-After} (RFC 9110, 10.2.3). Both are rounded up to a whole second. */
    public enum Form {
        /** The seconds to wait. */
        SECONDS,
        /** The time to come back, as an IMF-fixdate (RFC 9110, 5.6.7). */
        DATE
    }

    private static final long NANOS_PER_SECOND = 1_000_000_000;

    /** The JDK's RFC_1123_DATE_TIME gives the first nine days of a month one digit only. */
    private static final DateTimeFormatter IMF_FIXDATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final Gcra bucket;
    private final int refusalStatus;
    private final Form form;
    private final String summary;

    /**
     * A full bucket.
     *
     * @param perSecond tokens gained each second, 0.001 to 1,000,000
     * @param burst tokens the bucket holds, at least 1
     * @param refusalStatus what a refusal is called, such as 429 or 503
     */
    public RetryAfterLimit(double perSecond, int burst, int refusalStatus, Form form) {
        this.bucket = Gcra.perSecond(perSecond, burst);
        this.refusalStatus = refusalStatus;
        this.form = form;
        this.summary = Gcra.rate(perSecond) + ": " + refusalStatus;
    }

    @Override
    public Answer answer(long epochNanos) {
        if (bucket.tryTake(epochNanos)) {
            return Answer.status(200);
        }
        long waitNanos = bucket.waitNanos(epochNanos);
        Answer refusal = Answer.status(refusalStatus);
        return form == Form.SECONDS
                ? refusal.with("Retry-After", wholeSeconds(waitNanos))
                : refusal.with("Retry-After", date(wholeSeconds(epochNanos + waitNanos)));
    }

    @Override
    public String summary() {
        return summary;
    }

    private static long wholeSeconds(long nanos) {
        return (nanos + NANOS_PER_SECOND - 1) / NANOS_PER_SECOND;
    }

    private static String date(long epochSeconds) {
        return IMF_FIXDATE.format(Instant.ofEpochSecond(epochSeconds));
    }
}
