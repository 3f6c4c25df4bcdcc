package org.throttleagent.app.server;

/**
 * Speaks as Heroku's platform API does: {@code RateLimit-Remaining} on every answer, and a 429 that does not say when to
 * come back.
 *
 * @see <a href="https://devcenter.heroku.com/articles/platform-api-reference#rate-limits">Heroku: rate limits</a>
 */
public final class HerokuLimit implements Limit {
    private final Gcra gcra;
    private final String summary;

    /**
     * A full bucket.
     *
     * @param perSecond tokens gained each second, 0.001 to 1,000,000
     * @param burst tokens the bucket holds, at least 1
     */
    public HerokuLimit(double perSecond, int burst) {
        this.gcra = Gcra.perSecond(perSecond, burst);
        this.summary = Gcra.rate(perSecond) + ": bare 429";
    }

    @Override
    public Answer answer(long epochNanos) {
        boolean served = gcra.tryTake(epochNanos);
        return Answer.status(served ? 200 : 429).with("RateLimit-Remaining", gcra.remaining(epochNanos));
    }

    @Override
    public String summary() {
        return summary;
    }
}
