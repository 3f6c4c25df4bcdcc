package org.throttleagent.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.throttleagent.testing.Seeds;
import org.throttleagent.testing.TestResponse;

class LearnedTest {
    private static final long SECOND = 1_000_000_000L;
    /** So near the end of the clock that every hold lies beyond it. */
    private static final long T = Seeds.beforeTheEnd(10);

    private static final TestResponse BARE = TestResponse.of(429);
    private static final TestResponse OK = TestResponse.of(200);

    private static Learned after(Learned learned, TestResponse response, long sentAt, long now) {
        return learned.answered(response.answer(learned.sequence(), sentAt, now), false, 0);
    }

    private static long hold(Learned learned, long now) {
        return learned.holdUntil() - now;
    }

    @ParameterizedTest(name = "{0} with {1}: closed for {2} s, {3}")
    @CsvSource({
        "200, '', 0, nothing was said",
        "500, '', 0, an error is no limit",
        "503, '', 0, overload without a word is nobody's limit",
        "429, '', 1, a refusal without a word",
        "429, Retry-After: 41, 41, the server's own word",
        "503, Retry-After: 3, 3, so for overload",
        "200, Retry-After: 3, 0, no refusal",
        "429, Retry-After: 0, 0, at once is believed",
    })
    void whatOneAnswerToAnUnknownKeyMeans(int status, String header, long seconds, String why) {
        TestResponse response = TestResponse.of(status);
        if (!header.isEmpty()) {
            response = response.with(header.split(": ", -1)[0], header.split(": ", -1)[1]);
        }
        Learned learned = after(Learned.nothing(T).sent(T), response, T, T + 5);
        assertThat(hold(learned, T + 5)).as(why).isBetween(seconds == 0 ? -5 : seconds * SECOND, seconds * SECOND);
    }

    @Test
    void bareRefusalsHoldLongerAndLongerUntilASuccess() {
        Learned learned = Learned.nothing(T);
        long now = T;
        for (long seconds : new long[] {1, 2, 4, 8, 16, 30, 30}) {
            learned = after(learned.sent(now), BARE, now, now + 1);
            assertThat(hold(learned, now + 1)).isEqualTo(seconds * SECOND);
            now = learned.holdUntil();
        }
        learned = after(learned.sent(now), OK, now, now + 1);
        now += 2;
        learned = after(learned.sent(now), BARE, now, now + 1);
        assertThat(hold(learned, now + 1)).isEqualTo(SECOND);
    }

    @Test
    void chanceAddsUpToHalf() {
        Random random = new Random(7);
        long longest = 0;
        for (int i = 0; i < 1000; i++) {
            Answer answer = new Answer(BARE.signal(), 1, T, T, random.nextLong());
            long hold = hold(Learned.nothing(T).sent(T).answered(answer, false, 0), T);
            assertThat(hold).isBetween(SECOND, SECOND * 3 / 2);
            longest = Math.max(longest, hold);
        }
        assertThat(longest).isGreaterThan(SECOND * 14 / 10);
    }

    @Test
    void oneFlightCountsOnce() {
        Learned learned = Learned.nothing(T).sent(T).sent(T + 1).sent(T + 2);
        learned = after(learned, BARE, T, T + 10);
        long until = learned.holdUntil();
        learned = after(learned, BARE, T + 1, T + 11);
        learned = after(learned, BARE, T + 2, T + 12);
        assertThat(learned.holdUntil()).isEqualTo(until);
    }

    @Test
    void aLateSuccessDoesNotReopen() {
        Learned learned = after(Learned.nothing(T).sent(T).sent(T), BARE, T, T + 10);
        Learned late = after(learned, OK, T, T + 20);
        assertThat(late.holdUntil()).isEqualTo(learned.holdUntil());
        assertThat(late.dueAt(T + 20, 0) - learned.holdUntil()).isGreaterThanOrEqualTo(0);
    }

    @Test
    void afterRetryAfterZeroOneGoesAtOnceAndAlone() {
        Learned learned = after(Learned.nothing(T).sent(T), BARE.with("Retry-After", 0), T, T + 10);
        assertThat(learned.dueAt(T + 10, 0) - (T + 10)).isLessThanOrEqualTo(0);
        Learned probing = learned.sent(T + 11);
        assertThat(probing.dueAt(T + 12, 0) - (T + 11)).isGreaterThanOrEqualTo(SECOND);
        Learned open = after(probing, OK, T + 11, T + 20);
        assertThat(open.dueAt(T + 20, 0) - (T + 20)).isLessThanOrEqualTo(0);
    }

    @Test
    void anExhaustedWindowIsClosedUntilItsReset() {
        Learned learned = after(Learned.nothing(T).sent(T), window(0, 9), T, T + 10);
        assertThat(hold(learned, T + 10)).isEqualTo(9 * SECOND);
        assertThat(learned.remaining()).isZero();
        assertThat(learned.limit()).isEqualTo(100);
        Learned next = learned.sent(learned.holdUntil());
        assertThat(next.remaining()).as("the new window holds the limit again").isEqualTo(99);
    }

    private static TestResponse window(long remaining, long reset) {
        return OK.with("X-RateLimit-Limit", 100)
                .with("X-RateLimit-Remaining", remaining)
                .with("X-RateLimit-Reset", reset);
    }

    @Test
    void aWindowHoldsBackWhatItHasNoRoomFor() {
        Learned learned = after(Learned.nothing(T).sent(T), window(2, 9), T, T);
        assertThat(learned.dueAt(T, 1) - T).isLessThanOrEqualTo(0);
        assertThat(learned.dueAt(T, 2) - T).isEqualTo(9 * SECOND);
        assertThat(learned.sent(T).sent(T).dueAt(T, 0) - T).isEqualTo(9 * SECOND);
    }

    @Test
    void aLateAnswerNeverOverwritesANewerOne() {
        Learned learned = after(Learned.nothing(T).sent(T), window(90, 9), T, T)
                .sent(T + 1)
                .sent(T + 2);
        learned = learned.answered(window(50, 9).answer(3, T + 2, T + 10), false, 0);
        Learned late = learned.answered(window(0, 9).answer(2, T + 1, T + 11), false, 0);
        assertThat(late.remaining()).isEqualTo(50);
        assertThat(hold(late, T + 11)).isLessThanOrEqualTo(0);
    }

    @Test
    void whatIsOnItsWayIsTakenOffTheLevel() {
        Learned learned = after(Learned.nothing(T).sent(T), window(90, 9), T, T);
        for (int i = 0; i < 5; i++) {
            learned = learned.sent(T + i);
        }
        // the answer to number 4 comes first; of the four others two went before it and two after
        learned = learned.answered(window(88, 9).answer(4, T + 2, T + 10), false, 4);
        assertThat(learned.remaining()).isEqualTo(88 - 2 - 2);
    }

    @Test
    void theRefillIsReadFromTheLevel() {
        Learned learned = after(Learned.nothing(T).sent(T), OK.with("RateLimit-Remaining", 0), T, T);
        long later = T + SECOND;
        learned = after(learned.sent(later), OK.with("RateLimit-Remaining", 9), later, later);
        assertThat(learned.intervalNanos()).isEqualTo(SECOND / 10 + SECOND / 10 / 50);
    }

    @Test
    void theFirstRefusalTakesTheHoldForTheTimeInWhichTheServerGetsOverIt() {
        Learned learned = after(Learned.nothing(T).sent(T), OK.with("RateLimit-Limit", 100), T, T);
        for (int i = 0; i < 9; i++) {
            learned = after(learned.sent(T), OK, T, T);
        }
        learned = after(learned.sent(T), BARE.with("Retry-After", 2), T, T + SECOND);
        assertThat(learned.intervalNanos()).isEqualTo(3 * SECOND / 10);
        long now = learned.holdUntil();
        Learned faster = after(learned.sent(now), OK, now, now + 1);
        assertThat(faster.intervalNanos()).isBetween(3 * SECOND / 10 * 9 / 10, 3 * SECOND / 10 - 1);
    }

    @Test
    void whatSaysNothingIsTheSameValue() {
        Learned nothing = Learned.nothing(T);
        assertThat(after(nothing, OK, T, T)).isSameAs(nothing);
        assertThat(nothing.free()).isTrue();
        assertThat(nothing.dueAt(T, 1_000_000)).isEqualTo(T);
    }

    @Test
    void unreachableCountsOnceForAFlight() {
        Learned learned = Learned.nothing(T).sent(T).sent(T).unanswered(T, T + 10, 0);
        assertThat(hold(learned, T + 10)).isEqualTo(SECOND);
        assertThat(learned.unanswered(T, T + 11, 0).holdUntil()).isEqualTo(learned.holdUntil());
    }
}
