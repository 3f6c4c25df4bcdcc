package org.throttleagent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.throttleagent.pace.Waiter;
import org.throttleagent.rule.Mode;
import org.throttleagent.rule.Rate;
import org.throttleagent.rule.RetryPolicy;
import org.throttleagent.rule.Rule;
import org.throttleagent.store.KeyState;
import org.throttleagent.store.KeyStats;
import org.throttleagent.testing.Seeds;
import org.throttleagent.testing.TestEngine;
import org.throttleagent.testing.TestRequest;
import org.throttleagent.testing.TestResponse;
import org.throttleagent.testing.TestWaiter;

class CallTest {
    private static final long SECOND = 1_000_000_000L;
    private static final long T = Seeds.beforeTheEnd(SECOND / 2);
    private static final TestRequest GET = TestRequest.GET;
    private static final TestResponse OK = TestResponse.of(200);

    private static Rule.Builder onePerSecond() {
        return Rule.defaults().rates(List.of(Rate.parse("1/s")));
    }

    private static TestResponse refusal(long seconds) {
        return TestResponse.of(429).with("Retry-After", seconds);
    }

    private static Call sent(TestEngine world, TestRequest request, long now) {
        Call call = world.engine.newCall("test");
        assertThat(call.admit(request, new TestWaiter(), now)).isEqualTo(Admission.GO);
        call.sent(request, new TestWaiter(), now);
        return call;
    }

    private static void answer(Call call, TestResponse response, long now) {
        call.answered(response, now, 1_800_000_000_000L, 0);
    }

    private static String counts(KeyState key) {
        KeyStats stats = key.stats();
        return stats.sent.sum() + " sent " + stats.answered.sum() + " answered " + stats.failed.sum() + " failed";
    }

    private static KeyState onlyKey(TestEngine world) {
        assertThat(world.engine.keys()).hasSize(1);
        return world.engine.keys().iterator().next();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "a wait that fits is waited, 0, WAIT",
        "one that just fits in the request's own timeout too, 1000000000, WAIT",
        "one that is longer than that is not begun, 999999999, REJECT",
    })
    void neverWaitsLongerThanTheRequestHasTime(String why, long timeoutNanos, Admission expected) {
        TestEngine world = TestEngine.of(onePerSecond());
        sent(world, GET, T);
        Call call = world.engine.newCall("test");
        assertThat(call.admit(GET.timeout(timeoutNanos), new TestWaiter(), T)).isEqualTo(expected);
        assertThat(call.rejection().isEmpty()).isEqualTo(expected == Admission.WAIT);
    }

    @ParameterizedTest
    @CsvSource({"true, REJECT", "false, GO"})
    void aWaitThatDoesNotFitFailsOrPassesAsTheRuleSays(boolean fail, Admission expected) {
        TestEngine world = TestEngine.of(onePerSecond().maxWaitNanos(SECOND / 2).failOnMaxWait(fail));
        sent(world, GET, T);
        assertThat(world.engine.newCall("test").admit(GET, new TestWaiter(), T)).isEqualTo(expected);
        assertThat(onlyKey(world).pacer().waitNanos(T, false)).isEqualTo(fail ? SECOND : 2 * SECOND);
    }

    @Test
    void allWaitsOfACallShareOneAllowance() {
        TestEngine world = TestEngine.of(Rule.defaults().maxWaitNanos(10 * SECOND));
        Call call = sent(world, GET, T);
        answer(call, refusal(6), T);
        assertThat(call.resend(T)).isTrue();
        TestWaiter waiter = new TestWaiter();
        assertThat(call.admit(GET, waiter, T)).isEqualTo(Admission.WAIT);
        long again = T + call.look(waiter, T);
        assertThat(call.look(waiter, again)).isZero();
        assertThat(call.resolved(waiter, again)).isEqualTo(Admission.GO);
        call.sent(GET, new TestWaiter(), again);
        answer(call, refusal(6), again);
        assertThat(call.resend(again)).as("6 s and 6 s are more than 10 s").isFalse();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "a refusal of any method, POST, 429, refused, '', true, true",
        "not if the body is gone, POST, 429, refused, '', false, false",
        "not if it is signed, GET, 429, refused, AWS4-HMAC-SHA256 Credential=a/b, true, false",
        "not if nobody wants it, GET, 429, off, '', true, false",
        "overload with a delay for what is idempotent, GET, 503, 'refused,503', '', true, true",
        "and for nothing else, POST, 503, 'refused,503', '', true, false",
        "a status on the list, PUT, 500, 500, '', true, true",
        "a status that is not, PUT, 502, 500, '', true, false",
    })
    void sendsAgainWhatDoesNoHarm(
            String why,
            String method,
            int status,
            String policy,
            String authorization,
            boolean repeatable,
            boolean yes) {
        TestEngine world = TestEngine.of(Rule.defaults().retry(RetryPolicy.parse(policy)));
        TestRequest request = (repeatable ? GET : GET.once()).method(method).with("Authorization", authorization);
        Call call = sent(world, request, T);
        answer(call, TestResponse.of(status).with("Retry-After", 1), T);
        assertThat(call.resend(T)).isEqualTo(yes);
        assertThat(call.resend(T)).as("asked once for each attempt").isFalse();
    }

    @Test
    void makesNoMoreAttemptsThanTheRuleAllows() {
        TestEngine world = TestEngine.of(Rule.defaults().maxAttempts(2));
        Call call = sent(world, GET, T);
        answer(call, refusal(0), T);
        assertThat(call.resend(T)).isTrue();
        call.sent(GET, new TestWaiter(), T);
        answer(call, refusal(0), T);
        assertThat(call.resend(T)).isFalse();
    }

    @Test
    void whatWasSentIsAnsweredOrHasFailed() {
        TestEngine world = TestEngine.of(Rule.defaults().maxConcurrent(1));
        Call call = sent(world, GET, T);
        answer(call, TestResponse.of(100), T);
        assertThat(counts(onlyKey(world))).as("100 is interim").isEqualTo("1 sent 0 answered 0 failed");
        call.failed(false, T, 0);
        call.failed(false, T, 0);
        assertThat(counts(onlyKey(world))).isEqualTo("1 sent 0 answered 1 failed");
        sent(world, GET, T);
        answer(call, OK, T);
        answer(call, OK, T);
        assertThat(counts(onlyKey(world))).as("it was answered after all").isEqualTo("2 sent 1 answered 0 failed");
        assertThat(world.engine.newCall("test").mustWait(GET, T)).isFalse();
        assertThat(world.engine.newCall("test").admit(GET, new TestWaiter(), T))
                .as("the late answer did not free the other's place")
                .isEqualTo(Admission.WAIT);
    }

    @Test
    void switchingProtocolsIsAnAnswer() {
        TestEngine world = TestEngine.of(Rule.defaults());
        answer(sent(world, GET, T), TestResponse.of(101), T);
        assertThat(counts(onlyKey(world))).isEqualTo("1 sent 1 answered 0 failed");
    }

    @Test
    void cancelBetweenGrantAndSendGivesThePlaceBack() {
        TestEngine world = TestEngine.of(onePerSecond());
        Call call = world.engine.newCall("test");
        call.admit(GET, new TestWaiter(), T);
        call.cancel();
        call.cancel();
        sent(world, GET, T);
    }

    @Test
    void aFurtherLegWithoutAPermitIsDebt() {
        TestEngine world = TestEngine.of(onePerSecond());
        Call call = sent(world, GET, T);
        answer(call, TestResponse.of(401), T);
        call.sent(GET, new TestWaiter(), T);
        assertThat(onlyKey(world).pacer().waitNanos(T, false)).isEqualTo(2 * SECOND);
    }

    @Test
    void credentialsAreKeptApartOnceTheHostHasShownALimit() {
        TestEngine world = TestEngine.of(Rule.defaults().maxConcurrent(1));
        TestRequest alice = GET.with("Authorization", "Bearer alice");
        TestRequest bob = GET.with("Authorization", "Bearer bob");
        Call call = sent(world, alice, T);
        assertThat(onlyKey(world).key().label()).isEqualTo("api.test");
        answer(call, refusal(10), T);
        assertThat(call.keyLabel()).startsWith("api.test#");
        assertThat(world.engine.newCall("test").mustWait(alice, T)).isTrue();
        assertThat(world.engine.newCall("test").mustWait(bob, T)).isFalse();
        for (KeyState key : world.engine.keys()) {
            KeyStats stats = key.stats();
            assertThat(stats.sent.sum()).as(key.key().label()).isEqualTo(stats.answered.sum());
        }
        sent(world, GET, T); // the place under the host's key is free again
    }

    @Test
    void keysWithoutRoomShareOne() {
        TestEngine world = TestEngine.of(TestEngine.rules(Mode.ENFORCE, onePerSecond()), 1);
        sent(world, GET, T);
        sent(world, GET.host("b.test"), T);
        assertThat(world.engine.newCall("test").mustWait(GET.host("c.test"), T)).isTrue();
        assertThat(world.told).contains("overflowing default");
    }

    @ParameterizedTest
    @CsvSource({"OFF, ENFORCE", "OBSERVE, ENFORCE", "ENFORCE, OFF", "ENFORCE, OBSERVE"})
    void whoWaitsGoesWhenItsRuleIsNoLongerEnforced(Mode all, Mode rule) {
        TestEngine world = TestEngine.of(onePerSecond());
        sent(world, GET, T);
        Call call = world.engine.newCall("test");
        TestWaiter waiter = new TestWaiter();
        assertThat(call.admit(GET, waiter, T)).isEqualTo(Admission.WAIT);
        world.engine.replaceRules(TestEngine.rules(all, onePerSecond().mode(rule)), T);
        assertThat(waiter.state()).isEqualTo(Waiter.State.ENDED);
        assertThat(call.look(waiter, T)).isZero();
        assertThat(call.resolved(waiter, T)).isEqualTo(Admission.GO);
    }

    @Test
    void whoWaitsSeesANewRate() {
        TestEngine world = TestEngine.of(onePerSecond());
        sent(world, GET, T);
        Call call = world.engine.newCall("test");
        TestWaiter waiter = new TestWaiter();
        call.admit(GET, waiter, T);
        world.engine.replaceRules(
                TestEngine.rules(Mode.ENFORCE, Rule.defaults().rates(List.of(Rate.parse("10/s")))), T);
        assertThat(waiter.signals()).isEqualTo(1);
        assertThat(call.look(waiter, T)).isEqualTo(SECOND / 10);
    }

    @Test
    void observingNeverDelaysAndSaysWhatItWouldHaveDone() {
        TestEngine world = TestEngine.of(onePerSecond().mode(Mode.OBSERVE).maxWaitNanos(2 * SECOND));
        for (int i = 0; i < 5; i++) {
            sent(world, GET, T);
        }
        world.told.removeIf(line -> line.startsWith("sent"));
        assertThat(world.told)
                .containsExactly(
                        "would_wait " + SECOND,
                        "would_wait " + 2 * SECOND,
                        "would_reject " + 3 * SECOND,
                        "would_reject " + 3 * SECOND);
    }

    @Test
    void offRunsUpNoDebt() {
        TestEngine world = TestEngine.of(onePerSecond().mode(Mode.OFF));
        for (int i = 0; i < 100; i++) {
            sent(world, GET, T);
        }
        world.engine.replaceRules(TestEngine.rules(Mode.ENFORCE, onePerSecond()), T);
        sent(world, GET, T);
    }
}
