package org.throttleagent.app.server;

/**
 * Speaks as GitHub's REST API does of its primary limit: a fixed window described on every answer, and a 403 with nothing
 * remaining.
 *
 * @see <a href="https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api">GitHub: rate limits</a>
 */
public final class GitHubLimit implements Limit {
    private final FixedWindow window;
    private final String summary;

    /**
     * An unused window.
     *
     * @param limit requests that each window serves, at least 1
     * @param windowSeconds its length, at least 1; it is drawn out to end on a whole second
     */
    public GitHubLimit(int limit, int windowSeconds) {
        this.window = new FixedWindow(limit, windowSeconds);
        this.summary = limit + " in " + windowSeconds + " s: 403";
    }

    @Override
    public Answer answer(long epochNanos) {
        boolean served = window.tryTake(epochNanos);
        return Answer.status(served ? 200 : 403)
                .with("X-RateLimit-Limit", window.limit())
                .with("X-RateLimit-Remaining", window.limit() - window.used())
                .with("X-RateLimit-Reset", window.resetEpochSeconds())
                .with("X-RateLimit-Used", window.used())
                .with("X-RateLimit-Resource", "core");
    }

    @Override
    public String summary() {
        return summary;
    }
}
