package org.throttleagent.testing;

import java.util.ArrayList;
import java.util.List;
import org.throttleagent.Call;
import org.throttleagent.Engine;
import org.throttleagent.EngineListener;
import org.throttleagent.rule.Keys;
import org.throttleagent.rule.Mode;
import org.throttleagent.rule.Rule;
import org.throttleagent.rule.RuleSet;
import org.throttleagent.signal.RateSignal;
import org.throttleagent.signal.SignalReader;
import org.throttleagent.store.KeyState;

/** An engine, and what its listener was told. */
public final class TestEngine implements EngineListener {
    public final List<String> told = new ArrayList<>();
    public final Engine engine;

    private TestEngine(RuleSet rules, int capacity) {
        engine = new Engine(
                rules,
                new Keys(new byte[16]),
                SignalReader.create(SignalReader.DEFAULT_MAX_SIGNAL_NANOS),
                this,
                capacity);
    }

    /** Of nothing but the default rule. */
    public static TestEngine of(Rule.Builder defaults) {
        return new TestEngine(rules(Mode.ENFORCE, defaults), Engine.KEYS);
    }

    public static TestEngine of(RuleSet rules, int capacity) {
        return new TestEngine(rules, capacity);
    }

    public static RuleSet rules(Mode mode, Rule.Builder defaults, Rule... others) {
        return RuleSet.of(mode, defaults.build(), List.of(others));
    }

    @Override
    public void waiting(KeyState key, Call call, long waitNanos) {
        told.add("waiting " + waitNanos);
    }

    @Override
    public void waited(KeyState key, Call call, long waitedNanos) {
        told.add("waited " + waitedNanos);
    }

    @Override
    public void sent(KeyState key, Call call, long grantedAt) {
        told.add("sent " + key.key());
    }

    @Override
    public void closed(KeyState key, Call call, int status, RateSignal signal, long holdNanos) {
        told.add("closed " + key.key() + " " + status + " " + holdNanos);
    }

    @Override
    public void notWaited(KeyState key, Call call, long waitNanos, boolean rejected) {
        told.add((rejected ? "rejected " : "passed ") + waitNanos);
    }

    @Override
    public void resending(KeyState key, Call call, int status, long waitNanos) {
        told.add("resending " + status + " " + waitNanos);
    }

    @Override
    public void observed(KeyState key, Call call, String what, long waitNanos) {
        told.add(what + " " + waitNanos);
    }

    @Override
    public void overflowing(String rule) {
        told.add("overflowing " + rule);
    }
}
