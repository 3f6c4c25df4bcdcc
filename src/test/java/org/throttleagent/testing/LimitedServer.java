package org.throttleagent.testing;

/** A server with a limit, on virtual time. It keeps whole seconds where real ones do. */
public abstract class LimitedServer {
    private static final long SECOND = 1_000_000_000L;

    private int refused;

    /** What it answers to a request that arrives {@code at} nanoseconds after it was started. */
    public abstract TestResponse answer(long at);

    /** How many requests it has refused. */
    public int refused() {
        return refused;
    }

    TestResponse refuse(int status) {
        refused++;
        return TestResponse.of(status);
    }

    /** Says nothing but a status. */
    public static LimitedServer bare(int perSecond, int burst, int status) {
        return new Bucket(perSecond, burst) {
            @Override
            TestResponse refusal(long waitNanos) {
                return refuse(status);
            }
        };
    }

    /** Says what remains. */
    public static LimitedServer remaining(int perSecond, int burst) {
        return new Bucket(perSecond, burst) {
            @Override
            TestResponse refusal(long waitNanos) {
                return refuse(429);
            }

            @Override
            TestResponse describe(TestResponse response, long at) {
                return response.with("RateLimit-Remaining", remainingAt(at));
            }
        };
    }

    /** Says when to come back in whole seconds, at least so many. */
    public static LimitedServer retryAfter(int perSecond, int burst, int status, int leastSeconds) {
        return new Bucket(perSecond, burst) {
            @Override
            TestResponse refusal(long waitNanos) {
                return refuse(status).with("Retry-After", Math.max(leastSeconds, (waitNanos + SECOND - 1) / SECOND));
            }
        };
    }

    /** A fixed window that tells its limit, what remains, and when it begins anew in whole seconds. */
    public static LimitedServer window(int limit, int seconds) {
        return new LimitedServer() {
            private long end = -1;
            private int used;

            @Override
            public TestResponse answer(long at) {
                if (at >= end) {
                    end = (at / SECOND + seconds + 1) * SECOND;
                    used = 0;
                }
                TestResponse response = used < limit ? TestResponse.of(200) : refuse(403);
                used = Math.min(limit, used + 1);
                return response.with("X-RateLimit-Limit", limit)
                        .with("X-RateLimit-Remaining", limit - used)
                        .with("X-RateLimit-Reset", (end - at + SECOND - 1) / SECOND);
            }
        };
    }

    /** A token bucket. */
    private abstract static class Bucket extends LimitedServer {
        private final long interval;
        private final int burst;
        private long tat;

        Bucket(int perSecond, int burst) {
            this.interval = SECOND / perSecond;
            this.burst = burst;
        }

        @Override
        public TestResponse answer(long at) {
            long wait = tat - at - (burst - 1) * interval;
            if (wait > 0) {
                return describe(refusal(wait), at);
            }
            tat = Math.max(tat, at) + interval;
            return describe(TestResponse.of(200), at);
        }

        abstract TestResponse refusal(long waitNanos);

        TestResponse describe(TestResponse response, long at) {
            return response;
        }

        long remainingAt(long at) {
            return (burst * interval - Math.max(0, tat - at)) / interval;
        }
    }
}
