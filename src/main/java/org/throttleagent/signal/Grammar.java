package org.throttleagent.signal;

import java.util.concurrent.TimeUnit;

/** How the value of a header field is written. Of rival delays the one whose grammar comes first is more precise. */
enum Grammar {
    /** A delay in milliseconds. */
    MILLIS,

    /** A delay in seconds, whatever its magnitude. */
    SECONDS,

    /** A duration as Go writes it: {@code 6m0s}, {@code 1.5s}, {@code 20ms}. */
    DURATION,

    /** A delay in seconds, or a moment (RFC 9110 section 10.2.3). */
    DELAY,

    /** A delay in seconds, a moment, or a duration, told apart by magnitude and shape. */
    WHEN,

    /** A number without a unit, a fraction cut; several by comma; each perhaps with parameters, of which {@code w} is a window. */
    COUNT,

    /** Requests per second. */
    RATE,

    /** The length of a window: {@code 60}, {@code 1s}, {@code minute}. */
    PERIOD,

    /** A name. */
    TEXT,

    /** That the field is there, with another value than false. */
    FLAG,

    /** The name of an error of AWS, of which those that speak of throttling count. */
    AWS_ERROR,

    /** {@code 32/40}: used and limit. */
    PAIR,

    /** {@code api-usage=18/5000}; {@code per-app-api-usage=17/250(appName=x)}: named pairs. */
    PAIRS,

    /** {@code 20:1,100:120}: number and seconds. */
    SPANS,

    /** {@code total=100; remaining=99; resets=41}, several by comma. */
    RECORDS,

    /** {@code Microsoft.Compute/HighCostGet3Min;46}: name and remaining. */
    NAMED,

    /** JSON with percentages of what is used. */
    PERCENTAGES,

    /** {@code 60:transaction:key, 2700:default;error:organization}: seconds, categories, scope. */
    CATEGORIES,

    /** {@code "default";r=50;t=30} or {@code limit=100, remaining=50, reset=5}: structured fields. */
    STRUCTURED,

    /** {@code "default";q=100;w=60} or {@code 100;w=60}: structured fields that tell policies. */
    POLICY;

    /** The value cannot be read: as good as absent. */
    static final long UNKNOWN = -1;

    /** The value is a moment that is over: it was said, but asks for no wait. */
    static final long PAST = -2;

    /**
     * What a value of one of the first five grammars says.
     *
     * @return nanoseconds from now, 0 or more; {@link #UNKNOWN} or {@link #PAST} otherwise
     */
    long delayNanos(String value, ServerClock clock) {
        if (this == DURATION) {
            return GoDuration.parseNanos(value);
        }
        Decimal number = Decimal.parse(value);
        if (this == MILLIS || this == SECONDS) {
            TimeUnit unit = this == MILLIS ? TimeUnit.MILLISECONDS : TimeUnit.SECONDS;
            return number == null ? UNKNOWN : number.toNanos(unit);
        }
        if (number == null) {
            long nanos = When.ofText(value, clock);
            return nanos == UNKNOWN && this == WHEN ? GoDuration.parseNanos(value) : nanos;
        }
        return this == WHEN ? When.ofNumber(number, clock) : delayNanos(number, clock);
    }

    /** A number is a moment when, as seconds since the epoch, it is within ten years of now: nobody means fifty years. */
    private static long delayNanos(Decimal number, ServerClock clock) {
        boolean isMoment = When.isEpochSeconds(number) && clock.isNear(number.toMillis());
        return isMoment ? clock.nanosUntil(number.toMillis()) : number.toNanos(TimeUnit.SECONDS);
    }
}
