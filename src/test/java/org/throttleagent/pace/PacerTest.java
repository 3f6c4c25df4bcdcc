package org.throttleagent.pace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.throttleagent.rule.Rule;
import org.throttleagent.testing.Seeds;
import org.throttleagent.testing.TestResponse;
import org.throttleagent.testing.TestWaiter;

class PacerTest {
    private static final long SECOND = 1_000_000_000L;
    /** A tenth of a second from the end of the clock, so that every test here sees it wrap around. */
    private static final long T = Seeds.beforeTheEnd(SECOND / 10);

    private static final long FOREVER = 1_000_000 * SECOND;

    private final Pacer tenASecond = new Pacer(Rules.rates(1, "10/s"), T);

    private static TestWaiter go(Pacer pacer, long now) {
        TestWaiter waiter = new TestWaiter();
        assertThat(pacer.tryGo(waiter, now)).isTrue();
        return waiter;
    }

    private static TestWaiter queue(Pacer pacer, long now) {
        return queue(pacer, now + FOREVER, false);
    }

    private static TestWaiter queue(Pacer pacer, long deadline, boolean first) {
        TestWaiter waiter = new TestWaiter();
        pacer.enqueue(waiter, deadline, first);
        return waiter;
    }

    private static void answer(Pacer pacer, TestWaiter grant, TestResponse response, long now) {
        pacer.answered(response.answer(grant.sequence(), grant.grantedAt(), now), grant);
    }

    private static TestResponse closedFor(long seconds) {
        return TestResponse.of(429).with("Retry-After", seconds);
    }

    @Test
    void goesAtThePromisedInstantAndNotANanosecondBefore() {
        go(tenASecond, T + 1000);
        TestWaiter waiter = queue(tenASecond, T + 1000);
        long wait = tenASecond.look(waiter, T + 1000);
        assertThat(wait).isEqualTo(SECOND / 10 - SECOND / 1000 + SECOND / 1000 - 1000);
        assertThat(tenASecond.look(waiter, T + 1000 + wait - 1)).isEqualTo(1);
        assertThat(waiter.state()).isEqualTo(Waiter.State.WAITING);
        assertThat(tenASecond.look(waiter, T + 1000 + wait)).isZero();
        assertThat(waiter.state()).isEqualTo(Waiter.State.GRANTED);
    }

    @Test
    void onlyTheFirstIsTimedAndTheyGoInTheirOrder() {
        go(tenASecond, T);
        List<TestWaiter> waiters = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            waiters.add(queue(tenASecond, T));
        }
        long now = T;
        for (int i = 0; i < 5; i++) {
            for (TestWaiter behind : waiters.subList(i + 1, 5)) {
                assertThat(tenASecond.look(behind, now)).isEqualTo(Pacer.UNTIL_SIGNALLED);
            }
            now += tenASecond.look(waiters.get(i), now);
            assertThat(tenASecond.look(waiters.get(i), now)).isZero();
            if (i < 4) {
                assertThat(waiters.get(i + 1).signals())
                        .as("the next is told that it is first")
                        .isEqualTo(1);
            }
        }
        assertThat(now - T).isEqualTo(SECOND / 2);
        assertThat(tenASecond.waiting()).isZero();
    }

    @Test
    void nobodyOvertakesTheQueue() {
        go(tenASecond, T);
        TestWaiter waiter = queue(tenASecond, T);
        assertThat(tenASecond.tryGo(new TestWaiter(), T + SECOND)).isFalse();
        tenASecond.look(waiter, T + SECOND);
        assertThat(waiter.state()).isEqualTo(Waiter.State.GRANTED);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void whoeverLeavesCostsNothing(int who) {
        go(tenASecond, T);
        List<TestWaiter> waiters =
                new ArrayList<>(List.of(queue(tenASecond, T), queue(tenASecond, T), queue(tenASecond, T)));
        assertThat(tenASecond.leave(waiters.remove(who))).isEqualTo(Waiter.State.LEFT);
        assertThat(waiters.get(0).signals()).isEqualTo(who == 0 ? 1 : 0);
        for (int i = 0; i < 2; i++) {
            long due = T + (i + 1) * SECOND / 10;
            assertThat(tenASecond.look(waiters.get(i), due - 1)).isEqualTo(1);
            assertThat(tenASecond.look(waiters.get(i), due)).isZero();
        }
    }

    @Test
    void latenessWithinTheCatchUpDoesNotAddUp() {
        go(tenASecond, T);
        long now = T;
        for (int i = 1; i <= 100; i++) {
            TestWaiter waiter = queue(tenASecond, now);
            now += tenASecond.look(waiter, now) + (i < 100 ? SECOND / 1000 : 0);
            assertThat(tenASecond.look(waiter, now)).isZero();
        }
        assertThat(now - T).isEqualTo(10 * SECOND);
    }

    @Test
    void aStallIsNotFollowedByAHerd() {
        go(tenASecond, T);
        List<TestWaiter> waiters = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            waiters.add(queue(tenASecond, T));
        }
        tenASecond.look(waiters.get(0), T + 60 * SECOND);
        assertThat(waiters.stream().filter(w -> w.state() == Waiter.State.GRANTED))
                .hasSize(1);
    }

    @Test
    void theRefusedKeepTheirPlacesInFront() {
        go(tenASecond, T);
        TestWaiter ordinary = queue(tenASecond, T);
        TestWaiter refusedFirst = queue(tenASecond, T + FOREVER, true);
        TestWaiter refusedThen = queue(tenASecond, T + FOREVER, true);
        assertThat(tenASecond.waitNanos(T, true)).isEqualTo(3 * SECOND / 10);
        List<TestWaiter> order = List.of(refusedFirst, refusedThen, ordinary);
        for (int i = 0; i < 3; i++) {
            assertThat(tenASecond.look(order.get(i), T + (i + 1) * SECOND / 10)).isZero();
            assertThat(order.get(i).state()).isEqualTo(Waiter.State.GRANTED);
        }
    }

    @Test
    void aHoldOffIsSeenByAllAndEndsWithOneAloneAndThenThePace() {
        TestWaiter onWire = go(tenASecond, T);
        List<TestWaiter> waiters = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            waiters.add(queue(tenASecond, T));
        }
        answer(tenASecond, onWire, closedFor(7), T + 1);
        assertThat(waiters.get(0).signals()).isEqualTo(1);
        assertThat(tenASecond.look(waiters.get(0), T + SECOND)).isEqualTo(6 * SECOND + 1);
        long open = T + 1 + 7 * SECOND;
        tenASecond.look(waiters.get(0), open);
        tenASecond.look(waiters.get(1), open + SECOND / 2);
        assertThat(waiters.get(1).state()).as("one goes alone").isEqualTo(Waiter.State.WAITING);
        answer(tenASecond, waiters.get(0), TestResponse.of(200), open + SECOND / 2);
        long granted = 0;
        for (long now = open + SECOND / 2; now - open <= 2 * SECOND; now += SECOND / 20) {
            long before = granted;
            for (TestWaiter waiter : waiters) {
                tenASecond.look(waiter, now);
            }
            granted = waiters.stream()
                    .filter(w -> w.state() == Waiter.State.GRANTED)
                    .count();
            assertThat(granted - before).isLessThanOrEqualTo(1 + (before == 0 ? 1 : 0));
        }
        assertThat(granted).isEqualTo(5);
    }

    @Test
    void aNewHoldOffEndsTheWaitsThatNoLongerFit() {
        TestWaiter onWire = go(tenASecond, T);
        TestWaiter patient = queue(tenASecond, T + 60 * SECOND, false);
        TestWaiter hasty = queue(tenASecond, T + SECOND, false);
        answer(tenASecond, onWire, closedFor(5), T + 1);
        assertThat(hasty.state()).isEqualTo(Waiter.State.ENDED);
        assertThat(hasty.signals()).isEqualTo(1);
        assertThat(patient.state()).isEqualTo(Waiter.State.WAITING);
    }

    @Test
    void aDeadlineIsKeptWhereverItsWaiterStands() {
        Pacer pacer = new Pacer(Rules.concurrent(1), T);
        go(pacer, T);
        TestWaiter patient = queue(pacer, T + 60 * SECOND, false);
        assertThat(pacer.look(patient, T)).isEqualTo(60 * SECOND);
        TestWaiter hasty = queue(pacer, T + SECOND, false);
        assertThat(patient.signals()).as("the first must look earlier now").isEqualTo(1);
        assertThat(pacer.look(hasty, T)).isEqualTo(Pacer.UNTIL_SIGNALLED);
        assertThat(pacer.look(patient, T)).isEqualTo(SECOND);
        assertThat(pacer.look(patient, T + SECOND)).isEqualTo(59 * SECOND);
        assertThat(hasty.state()).isEqualTo(Waiter.State.ENDED);
        assertThat(hasty.signals()).isEqualTo(1);
    }

    @Test
    void debtDelaysTheNext() {
        tenASecond.charge(new TestWaiter(), T);
        tenASecond.charge(new TestWaiter(), T);
        assertThat(tenASecond.waitNanos(T, false)).isEqualTo(2 * SECOND / 10);
    }

    @Test
    void aGrantThatWasNotUsedGivesItsPlaceBack() {
        TestWaiter unused = go(tenASecond, T);
        TestWaiter next = queue(tenASecond, T);
        tenASecond.takeBack(unused);
        assertThat(next.signals()).isEqualTo(1);
        assertThat(tenASecond.look(next, T)).isZero();
        tenASecond.takeBack(unused);
        assertThat(tenASecond.waitNanos(T, false)).as("it is given back once").isEqualTo(SECOND / 10);
    }

    @Test
    void aGrantThatAnotherFollowedLeavesItsPlaceEmpty() {
        TestWaiter unused = go(tenASecond, T);
        go(tenASecond, T + SECOND / 10);
        tenASecond.takeBack(unused);
        assertThat(tenASecond.waitNanos(T + SECOND / 10, false)).isEqualTo(SECOND / 10);
    }

    @Test
    void otherRatesKeepTheDebt() {
        for (int i = 0; i < 5; i++) {
            tenASecond.charge(new TestWaiter(), T);
        }
        tenASecond.under(Rules.rates(1, "1/s"), T);
        assertThat(tenASecond.waitNanos(T, false)).isBetween(5 * SECOND - 10, 5 * SECOND);
    }

    @Test
    void releasingEndsAllWaits() {
        go(tenASecond, T);
        List<TestWaiter> waiters = List.of(queue(tenASecond, T), queue(tenASecond, T));
        tenASecond.releaseAll();
        assertThat(waiters).allMatch(w -> w.state() == Waiter.State.ENDED && w.signals() == 1);
        assertThat(tenASecond.waiting()).isZero();
    }

    @Test
    void noMoreAreInFlightThanTheRuleAllows() {
        Pacer pacer = new Pacer(Rules.concurrent(2), T);
        TestWaiter one = go(pacer, T);
        go(pacer, T);
        assertThat(pacer.tryGo(new TestWaiter(), T)).isFalse();
        TestWaiter waiter = queue(pacer, T);
        assertThat(pacer.look(waiter, T)).isEqualTo(FOREVER);
        pacer.ended(one, T);
        pacer.ended(one, T);
        assertThat(waiter.signals()).isEqualTo(1);
        assertThat(pacer.look(waiter, T)).isZero();
        assertThat(pacer.tryGo(new TestWaiter(), T))
                .as("its end was counted once")
                .isFalse();
    }

    @Test
    void whatNoRuleNamesIsNeverDelayed() {
        Pacer pacer = new Pacer(Rules.FREE, T);
        Random random = new Random(1);
        for (int i = 0; i < 1000; i++) {
            TestWaiter waiter = go(pacer, T + i);
            answer(pacer, waiter, TestResponse.of(random.nextBoolean() ? 200 : 503), T + i);
        }
        assertThat(pacer.unlimited()).isTrue();
    }

    @Test
    void overloadHoldsOffWhatARuleGoverns() {
        TestWaiter onWire = go(tenASecond, T);
        answer(tenASecond, onWire, TestResponse.of(503), T + 1);
        assertThat(tenASecond.waitNanos(T + 1, false)).isGreaterThanOrEqualTo(SECOND);
        Rule rule = Rules.rates(1, "10/s");
        Pacer unreachable = new Pacer(rule, T);
        unreachable.unreachable(go(unreachable, T), T + 1, 0);
        assertThat(unreachable.waitNanos(T + 1, false)).isGreaterThanOrEqualTo(SECOND);
    }
}
