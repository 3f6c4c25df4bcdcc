package org.throttleagent.rule;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What holds for the requests that match. Immutable. */
public final class Rule {
    /** The name of the rule for the requests that no other matches; no other rule may have it. */
    public static final String DEFAULT_NAME = "default";

    private static final long WINDOW_WITH_BURST_NANOS = TimeUnit.MINUTES.toNanos(1);

    private final String name;
    private final List<RequestPattern> patterns;
    private final List<Rate> rates;
    private final long explicitBurst;
    private final Per per;
    private final long maxWaitNanos;
    private final boolean failOnMaxWait;
    private final boolean headers;
    private final RetryPolicy retry;
    private final int maxAttempts;
    private final int maxConcurrent;
    private final Mode mode;

    private Rule(Builder builder) {
        this.name = builder.name;
        this.patterns = Collections.unmodifiableList(new ArrayList<>(builder.patterns));
        this.rates = Collections.unmodifiableList(new ArrayList<>(builder.rates));
        this.explicitBurst = builder.burst;
        this.per = builder.per;
        this.maxWaitNanos = builder.maxWaitNanos;
        this.failOnMaxWait = builder.failOnMaxWait == null ? !rates.isEmpty() : builder.failOnMaxWait;
        this.headers = builder.headers;
        this.retry = builder.retry;
        this.maxAttempts = builder.maxAttempts;
        this.maxConcurrent = builder.maxConcurrent;
        this.mode = builder.mode;
    }

    /** The rule for the requests that no other rule matches, with nothing set. */
    public static Builder defaults() {
        return new Builder(DEFAULT_NAME);
    }

    /** A rule of this name with nothing set. */
    public static Builder builder(String name) {
        return new Builder(name);
    }

    /** The name, {@code [a-z0-9-]+}; {@link #DEFAULT_NAME} for the requests that no rule matches. */
    public String name() {
        return name;
    }

    /** Whether somebody wrote this rule for the requests that it matches; false for the default rule. */
    public boolean named() {
        return !name.equals(DEFAULT_NAME);
    }

    /** Which requests it matches; empty for the default rule. */
    public List<RequestPattern> patterns() {
        return patterns;
    }

    /** The caps, all of which hold; empty: no cap of its own. */
    public List<Rate> rates() {
        return rates;
    }

    /**
     * How many requests may go at once after idleness: what the rule says, or 1, or for windows of a minute or more 10 % of
     * the window's requests. At least 1, at most {@code rate.permits()}.
     */
    public long burst(Rate rate) {
        long wanted = explicitBurst;
        if (wanted == 0 && rate.periodNanos() >= WINDOW_WITH_BURST_NANOS) {
            wanted = rate.permits() / 10;
        }
        return Math.max(1, Math.min(wanted, rate.permits()));
    }

    /** What requests must have in common to share one limit. */
    public Per per() {
        return per;
    }

    /** The longest delay added to one call in nanoseconds, retries included; 0 or more. */
    public long maxWaitNanos() {
        return maxWaitNanos;
    }

    /** Whether a request whose wait does not fit fails; else it goes. */
    public boolean failOnMaxWait() {
        return failOnMaxWait;
    }

    /** Whether what the server says about its limits counts. */
    public boolean headers() {
        return headers;
    }

    /** What is sent again. */
    public RetryPolicy retry() {
        return retry;
    }

    /** The attempts in all that one call may make, at least 1. */
    public int maxAttempts() {
        return maxAttempts;
    }

    /** How many requests of one key may be in flight; 0: any number. */
    public int maxConcurrent() {
        return maxConcurrent;
    }

    /** How much the agent does; the global mode may restrain it further. */
    public Mode mode() {
        return mode;
    }

    @Override
    public String toString() {
        return name;
    }

    /** Collects what a rule says. Values are taken as they are; whoever reads settings has checked them. */
    public static final class Builder {
        private final String name;
        private List<RequestPattern> patterns = Collections.emptyList();
        private List<Rate> rates = Collections.emptyList();
        private long burst;
        private Per per = Per.DEFAULT;
        private long maxWaitNanos = TimeUnit.SECONDS.toNanos(60);
        private @Nullable Boolean failOnMaxWait;
        private boolean headers = true;
        private RetryPolicy retry = RetryPolicy.DEFAULT;
        private int maxAttempts = 5;
        private int maxConcurrent;
        private Mode mode = Mode.ENFORCE;

        private Builder(String name) {
            this.name = name;
        }

        /** Which requests it matches. */
        public Builder match(List<RequestPattern> value) {
            patterns = value;
            return this;
        }

        /** The caps. */
        public Builder rates(List<Rate> value) {
            rates = value;
            return this;
        }

        /** The burst; 0 for the default. */
        public Builder burst(long value) {
            burst = value;
            return this;
        }

        /** What shares one limit. */
        public Builder per(Per value) {
            per = value;
            return this;
        }

        /** The longest delay in nanoseconds. */
        public Builder maxWaitNanos(long value) {
            maxWaitNanos = value;
            return this;
        }

        /** Whether a request whose wait does not fit fails; by default only where there is a rate. */
        public Builder failOnMaxWait(boolean value) {
            failOnMaxWait = value;
            return this;
        }

        /** Whether what the server says counts. */
        public Builder headers(boolean value) {
            headers = value;
            return this;
        }

        /** What is sent again. */
        public Builder retry(RetryPolicy value) {
            retry = value;
            return this;
        }

        /** Attempts in all. */
        public Builder maxAttempts(int value) {
            maxAttempts = value;
            return this;
        }

        /** Requests in flight; 0 for any number. */
        public Builder maxConcurrent(int value) {
            maxConcurrent = value;
            return this;
        }

        /** How much the agent does. */
        public Builder mode(Mode value) {
            mode = value;
            return this;
        }

        /** The rule. */
        public Rule build() {
            return new Rule(this);
        }
    }
}
