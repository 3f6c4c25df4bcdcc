package org.throttleagent.signal;

import java.util.concurrent.TimeUnit;

/** What the words of a header's name tell about its window: what it counts, and how long it is. */
final class Dimension {
    private Dimension() {}

    /** What is counted. Words that tell nothing are scopes, such as {@code user} or {@code endpoint}: requests. */
    static Unit unit(String dimension) {
        if (dimension.isEmpty()) {
            return Unit.REQUESTS;
        }
        if (dimension.contains("concurren")) {
            return Unit.CONCURRENT;
        }
        if (dimension.contains("tokens") || dimension.equals("token")) {
            return Unit.TOKENS;
        }
        if (hasOne(dimension, "complexity", "cost", "point", "credit", "weight", "compute")) {
            return Unit.POINTS;
        }
        if (hasOne(dimension, "byte", "bandwidth", "character", "image", "video", "storage")) {
            return Unit.BYTES;
        }
        return hasOne(dimension, "audio", "cpu") ? Unit.TIME : Unit.REQUESTS;
    }

    private static boolean hasOne(String text, String... words) {
        for (String word : words) {
            if (text.contains(word)) {
                return true;
            }
        }
        return false;
    }

    /** How long the window is, in nanoseconds, by the last word that tells: {@code minute}, {@code 10s}, {@code per_hour}; else -1. */
    static long lengthNanos(String dimension) {
        int end = dimension.length();
        while (end > 0) {
            int start = end;
            while (start > 0 && !isSeparator(dimension.charAt(start - 1))) {
                start--;
            }
            long nanos = ofWord(dimension.substring(start, end));
            if (nanos > 0) {
                return nanos;
            }
            end = start - 1;
        }
        return -1;
    }

    /** Whether the words tell nothing but a length, or that requests are counted. */
    static boolean isPlain(String dimension) {
        return dimension.isEmpty()
                || dimension.equals("requests")
                || dimension.equals("request")
                || dimension.equals("req")
                || dimension.equals("api")
                || dimension.equals("calls")
                || dimension.equals("call");
    }

    private static boolean isSeparator(char c) {
        return c == '-' || c == '_' || c == ' ';
    }

    /** {@code minute}, {@code perhour}, {@code daily}, {@code 24hour}, {@code 10s}, {@code 15m}; -1 for any other word. */
    static long ofWord(String word) {
        int at = word.startsWith("per") ? 3 : 0;
        int from = at;
        long count = 0;
        while (at < word.length() && at - from < 9 && word.charAt(at) >= '0' && word.charAt(at) <= '9') {
            count = 10 * count + (word.charAt(at++) - '0');
        }
        boolean counted = at > from;
        long unitNanos = unitNanos(word.substring(at), counted);
        return unitNanos < 0 || (counted && count == 0) ? -1 : Math.min(MAX_NANOS, (counted ? count : 1) * unitNanos);
    }

    private static final long MAX_NANOS = TimeUnit.DAYS.toNanos(366);

    private static long unitNanos(String unit, boolean counted) {
        switch (unit) {
            case "second":
            case "seconds":
            case "secondly":
            case "sec":
                return TimeUnit.SECONDS.toNanos(1);
            case "minute":
            case "minutes":
            case "minutely":
            case "min":
                return TimeUnit.MINUTES.toNanos(1);
            case "hour":
            case "hours":
            case "hourly":
            case "hr":
                return TimeUnit.HOURS.toNanos(1);
            case "day":
            case "days":
            case "daily":
                return TimeUnit.DAYS.toNanos(1);
            case "week":
            case "weekly":
                return TimeUnit.DAYS.toNanos(7);
            case "month":
            case "monthly":
                return TimeUnit.DAYS.toNanos(30);
            case "year":
            case "yearly":
                return TimeUnit.DAYS.toNanos(365);
            default:
                return counted ? letterNanos(unit) : -1;
        }
    }

    private static long letterNanos(String unit) {
        switch (unit) {
            case "s":
                return TimeUnit.SECONDS.toNanos(1);
            case "m":
                return TimeUnit.MINUTES.toNanos(1);
            case "h":
                return TimeUnit.HOURS.toNanos(1);
            case "d":
                return TimeUnit.DAYS.toNanos(1);
            default:
                return -1;
        }
    }
}
