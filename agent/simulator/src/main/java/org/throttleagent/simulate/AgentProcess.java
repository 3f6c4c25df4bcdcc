package org.throttleagent.simulate;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.throttleagent.Admission;
import org.throttleagent.Call;
import org.throttleagent.Engine;
import org.throttleagent.EngineListener;
import org.throttleagent.pace.Pacer;
import org.throttleagent.pace.Waiter;
import org.throttleagent.rule.Keys;
import org.throttleagent.rule.Mode;
import org.throttleagent.rule.RequestPattern;
import org.throttleagent.rule.Rule;
import org.throttleagent.rule.RuleSet;
import org.throttleagent.signal.RateSignal;
import org.throttleagent.signal.SignalReader;
import org.throttleagent.store.KeyState;

/** A process with the agent: the product's engine, asked and told as the agent does it. */
/* Its clock begins anywhere, as a JVM's does, and a waiter wakes up a little late, as a thread does. */
final class AgentProcess extends ClientProcess {
    private static final long LATEST_WAKE_UP_NANOS = 200_000L;
    private static final long WALL_MILLIS = 1_800_000_000_000L;
    private static final long FOR_EVER_NANOS = 365L * 86_400 * 1_000_000_000;

    private final Engine engine;
    private final long clockStart;

    AgentProcess(World world, Scenario scenario) {
        super(world);
        clockStart = world.random().nextLong();
        long maxWait = scenario.maxWaitNanos == 0 ? FOR_EVER_NANOS : scenario.maxWaitNanos;
        Rule.Builder defaults = Rule.defaults().maxWaitNanos(maxWait).failOnMaxWait(false);
        engine = new Engine(
                RuleSet.of(Mode.ENFORCE, defaults.build(), rules(scenario, maxWait)),
                new Keys(new byte[16]),
                SignalReader.create(SignalReader.DEFAULT_MAX_SIGNAL_NANOS),
                new Silent(),
                Engine.KEYS);
    }

    /** Where the agents have been told of the limit, a rule that names it. */
    private static List<Rule> rules(Scenario scenario, long maxWaitNanos) {
        if (scenario.prior == null) {
            return Collections.emptyList();
        }
        return Collections.singletonList(Rule.builder("simulated")
                .match(RequestPattern.parseList(SimulatedRequest.HOST))
                .serverRate(scenario.prior)
                .maxWaitNanos(maxWaitNanos)
                .failOnMaxWait(false)
                .build());
    }

    private static Call call(Caller caller) {
        return Objects.requireNonNull(caller.call);
    }

    private long clock() {
        return clockStart + world.now();
    }

    @Override
    void begin(Caller caller) {
        caller.call = engine.newCall("simulated");
        admit(caller);
    }

    private void admit(Caller caller) {
        Turn turn = new Turn(caller);
        if (call(caller).admit(SimulatedRequest.GET, turn, clock()) == Admission.WAIT) {
            look(turn);
        } else {
            send(caller);
        }
    }

    /** As a client's thread does: looks, waits as long as it is told, and looks again. */
    private void look(Turn turn) {
        if (turn.done || gone) {
            return;
        }
        long waitNanos = call(turn.caller).look(turn, clock());
        if (waitNanos == 0) {
            turn.done = true;
            call(turn.caller).resolved(turn, clock());
            send(turn.caller);
        } else if (waitNanos != Pacer.UNTIL_SIGNALLED) {
            long late = world.random().nextLong(LATEST_WAKE_UP_NANOS);
            int looks = ++turn.looks;
            world.after(waitNanos + late, () -> {
                if (turn.looks == looks) {
                    look(turn);
                }
            });
        }
    }

    private void send(Caller caller) {
        call(caller).sent(SimulatedRequest.GET, new Turn(caller), clock());
        world.send(caller);
    }

    @Override
    boolean answered(Caller caller, Reply reply) {
        call(caller).answered(reply, clock(), WALL_MILLIS, world.random().nextLong());
        boolean again = call(caller).resend(clock());
        if (again) {
            admit(caller);
        }
        return again;
    }

    @Override
    void finished(Caller caller) {
        call(caller).finished(clock());
    }

    private final class Turn extends Waiter {
        private final Caller caller;
        private boolean done;
        /** Counts its looks, so that one that was overtaken by another does not happen. */
        private int looks;

        Turn(Caller caller) {
            this.caller = caller;
        }

        @Override
        protected void signal() {
            int expected = ++looks;
            world.after(0, () -> {
                if (looks == expected) {
                    look(this);
                }
            });
        }
    }

    private static final class Silent implements EngineListener {
        @Override
        public void waiting(KeyState key, Call call, long waitNanos) {}

        @Override
        public void waited(KeyState key, Call call, long waitedNanos) {}

        @Override
        public void sent(KeyState key, Call call, long grantedAt) {}

        @Override
        public void closed(KeyState key, Call call, int status, RateSignal signal, long holdNanos) {}

        @Override
        public void notWaited(KeyState key, Call call, long waitNanos, boolean rejected) {}

        @Override
        public void resending(KeyState key, Call call, int status, long waitNanos) {}

        @Override
        public void observed(KeyState key, Call call, String what, long waitNanos) {}

        @Override
        public void overflowing(String rule) {}
    }
}
