package org.throttleagent;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.throttleagent.pace.Waiter;
import org.throttleagent.rule.Keys;
import org.throttleagent.rule.Mode;
import org.throttleagent.rule.RequestFacts;
import org.throttleagent.rule.Rule;
import org.throttleagent.rule.RuleSet;
import org.throttleagent.signal.ResponseFacts;
import org.throttleagent.signal.SignalReader;

/** A grant that is held while its request waits for a thread. */
class HeldGrantTest {
    private static final long NOW = TimeUnit.HOURS.toNanos(1);

    private final Engine engine = new Engine(
            RuleSet.of(Mode.ENFORCE, Rule.defaults().build(), List.of()),
            new Keys(new byte[16]),
            SignalReader.create(SignalReader.DEFAULT_MAX_SIGNAL_NANOS),
            deaf(),
            Engine.KEYS);
    private final Call held = engine.newCall("test");
    private final Call other = engine.newCall("test");

    @BeforeEach
    void oneHoldsAGrantWhileAnotherIsOnTheWire() {
        assertThat(other.admit(new Get(), new Quiet(), NOW)).isEqualTo(Admission.GO);
        other.sent(new Get(), new Quiet(), NOW);
        assertThat(held.admit(new Get(), new Quiet(), NOW)).isEqualTo(Admission.GO);
    }

    @Test
    void isGoodWhenItsTimeComes() {
        assertThat(held.mustWait(new Get(), NOW + 1)).isFalse();
        assertThat(held.admit(new Get(), new Quiet(), NOW + 1)).isEqualTo(Admission.GO);
    }

    @Test
    void isTakenBackWhereItsKeyWasClosedMeanwhile() {
        other.answered(new TooManyRequests(), NOW + 1, 0, 0);
        assertThat(held.mustWait(new Get(), NOW + 2)).isTrue();
        assertThat(held.admit(new Get(), new Quiet(), NOW + 2)).isEqualTo(Admission.WAIT);
    }

    @Test
    void goesBeforeThoseWhoHadNone() {
        other.answered(new TooManyRequests(), NOW + 1, 0, 0);
        Quiet late = new Quiet();
        Call behind = engine.newCall("test");
        assertThat(behind.admit(new Get(), late, NOW + 2)).isEqualTo(Admission.WAIT);
        Quiet early = new Quiet();
        assertThat(held.admit(new Get(), early, NOW + 3)).isEqualTo(Admission.WAIT);

        assertThat(behind.look(late, NOW + TimeUnit.SECONDS.toNanos(11))).isPositive();
        assertThat(early.state()).isEqualTo(Waiter.State.GRANTED);
        assertThat(late.state()).isEqualTo(Waiter.State.WAITING);
    }

    private static final class Get implements RequestFacts {
        @Override
        public String method() {
            return "GET";
        }

        @Override
        public String scheme() {
            return "http";
        }

        @Override
        public String host() {
            return "example.test";
        }

        @Override
        public int port() {
            return -1;
        }

        @Override
        public String path() {
            return "/";
        }

        @Override
        public @Nullable String header(String name) {
            return null;
        }

        @Override
        public long timeoutNanos() {
            return 0;
        }

        @Override
        public boolean repeatable() {
            return true;
        }
    }

    private static final class TooManyRequests implements ResponseFacts {
        @Override
        public int status() {
            return 429;
        }

        @Override
        public void forEachHeader(HeaderVisitor visitor) {
            visitor.header("Retry-After", "10");
        }
    }

    private static final class Quiet extends Waiter {
        @Override
        protected void signal() {}
    }

    /** A listener that takes no notice. */
    private static EngineListener deaf() {
        return (EngineListener) Proxy.newProxyInstance(
                EngineListener.class.getClassLoader(),
                new Class<?>[] {EngineListener.class},
                (proxy, method, arguments) -> null);
    }
}
