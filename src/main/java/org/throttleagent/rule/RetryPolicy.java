package org.throttleagent.rule;

import java.util.Arrays;
import java.util.TreeSet;

/** Which answers make a request go again, if it is safe to send it again. Immutable. */
public final class RetryPolicy {
    /** Refusals, and 503. */
    public static final RetryPolicy DEFAULT = parse("refused,503");

    private static final String EXPECTED = "expected a comma list of refused and statuses from 400 to 599, or off";

    private final boolean onRefusal;
    private final int[] statuses;

    private RetryPolicy(boolean onRefusal, int[] statuses) {
        this.onRefusal = onRefusal;
        this.statuses = statuses;
    }

    /**
     * Reads {@code off}, or a comma list of {@code refused} and statuses from 400 to 599.
     *
     * @throws IllegalArgumentException if it is neither; the message says what would be right
     */
    public static RetryPolicy parse(String text) {
        if (text.equals("off")) {
            return new RetryPolicy(false, new int[0]);
        }
        boolean onRefusal = false;
        TreeSet<Integer> statuses = new TreeSet<>();
        for (String item : text.split(",", -1)) {
            String word = item.trim();
            if (word.equals("refused")) {
                onRefusal = true;
            } else {
                statuses.add(status(word));
            }
        }
        int[] sorted = new int[statuses.size()];
        int i = 0;
        for (int status : statuses) {
            sorted[i++] = status;
        }
        return new RetryPolicy(onRefusal, sorted);
    }

    private static int status(String word) {
        boolean number = word.length() == 3;
        for (int i = 0; number && i < 3; i++) {
            number = TimeSpans.isDigit(word.charAt(i));
        }
        int status = number ? Integer.parseInt(word) : 0;
        if (status < 400 || status > 599) {
            throw new IllegalArgumentException(EXPECTED);
        }
        return status;
    }

    /** Whether a request that was refused for its rate goes again. */
    public boolean onRefusal() {
        return onRefusal;
    }

    /** Whether an answer with this status, which is no refusal, makes the request go again. */
    public boolean onStatus(int status) {
        for (int each : statuses) {
            if (each == status) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RetryPolicy
                && ((RetryPolicy) other).onRefusal == onRefusal
                && Arrays.equals(((RetryPolicy) other).statuses, statuses);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(statuses) * 2 + (onRefusal ? 1 : 0);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(onRefusal ? "refused" : "");
        for (int status : statuses) {
            text.append(text.length() == 0 ? "" : ",").append(status);
        }
        return text.length() == 0 ? "off" : text.toString();
    }
}
