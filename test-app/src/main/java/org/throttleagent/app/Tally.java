package org.throttleagent.app;

/** Counts how calls ended. Safe for use by several threads. */
final class Tally {
    private int succeeded;
    private int refused;
    private int failed;
    private String failure = "";
    private long longestNanos;

    /** A call ended with an answer. */
    synchronized void answered(boolean success, long nanos) {
        if (success) {
            succeeded++;
        } else {
            refused++;
        }
        longestNanos = Math.max(longestNanos, nanos);
    }

    /** A call ended with an exception. */
    synchronized void failed(Exception why, long nanos) {
        failed++;
        failure = why.toString();
        longestNanos = Math.max(longestNanos, nanos);
    }

    synchronized int made() {
        return succeeded + refused + failed;
    }

    synchronized int succeeded() {
        return succeeded;
    }

    synchronized int refused() {
        return refused;
    }

    synchronized int failed() {
        return failed;
    }

    /** The exception of the call that failed last, or empty. */
    synchronized String failure() {
        return failure;
    }

    synchronized long longestNanos() {
        return longestNanos;
    }
}
