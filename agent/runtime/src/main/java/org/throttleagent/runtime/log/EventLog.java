package org.throttleagent.runtime.log;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.throttleagent.Call;
import org.throttleagent.Engine;
import org.throttleagent.EngineListener;
import org.throttleagent.rule.Mode;
import org.throttleagent.runtime.Timer;
import org.throttleagent.signal.RateSignal;
import org.throttleagent.store.KeyState;

/**
 * Turns decisions into log lines: one when a long wait begins, a warning when a key closes, a summary for each key and interval
 * in which something happened. Never one for each request.
 */
/* What is remembered of a key is its KeyNote, which is safe by itself. `summarising` is set once, by the first thing worth it. */
public final class EventLog implements EngineListener {
    /** Waits shorter than this are only summed up. */
    static final long LONG_WAIT_NANOS = 1_000_000_000L;
    /** How often a key is summed up, and how often at most it gets each other kind of line. */
    static final long INTERVAL_NANOS = 10_000_000_000L;

    private final ThrottleLog log;
    private final Timer timer;
    private final AtomicBoolean summarising = new AtomicBoolean();
    private final AtomicBoolean overflowTold = new AtomicBoolean();
    private volatile Engine engine;

    /** A listener that writes to a log. */
    @SuppressWarnings("NullAway.Init") // `engine` is set before the first request
    public EventLog(ThrottleLog log, Timer timer) {
        this.log = log;
        this.timer = timer;
    }

    /** Sums up the keys of this engine. */
    public void watch(Engine watched) {
        engine = watched;
    }

    @Override
    public void waiting(KeyState key, Call call, long waitNanos) {
        summarise();
        if (waitNanos >= LONG_WAIT_NANOS && KeyNote.of(key).mayTell(KeyNote.WAITING, System.nanoTime())) {
            log.info(line("waiting", key)
                    .putDuration("wait", waitNanos)
                    .put("waiting", key.pacer().waiting())
                    .put("client", call.client()));
        }
    }

    @Override
    public void waited(KeyState key, Call call, long waitedNanos) {
        // summed up
    }

    @Override
    public void sent(KeyState key, Call call, long grantedAt) {
        if (log.debugs()) {
            summarise();
            log.debug(line("sent", key).put("at", grantedAt).put("client", call.client()));
        }
    }

    @Override
    public void closed(KeyState key, Call call, int status, RateSignal signal, long holdNanos) {
        summarise();
        KeyNote note = KeyNote.of(key);
        note.closed();
        if (holdNanos < INTERVAL_NANOS && !note.mayTell(KeyNote.CLOSED, System.nanoTime())) {
            return; // it opens and closes again and again: the summary counts how often
        }
        String by = signal.waitSource();
        log.warn(line(observing(key) ? "would_close" : "closed", key)
                .put("status", status)
                .putDuration("wait", holdNanos)
                .put("by", by.isEmpty() ? "backoff" : by)
                .put("clamped", signal.clamped() ? "max-signal" : "")
                .put("waiting", key.pacer().waiting())
                .put("client", call.client()));
    }

    @Override
    public void notWaited(KeyState key, Call call, long waitNanos, boolean rejected) {
        summarise();
        if (KeyNote.of(key).mayTell(rejected ? KeyNote.REJECTED : KeyNote.PASSED, System.nanoTime())) {
            log.warn(line(rejected ? "rejected" : "passed", key)
                    .putDuration("wait", waitNanos)
                    .putDuration("max_wait", key.rule().maxWaitNanos())
                    .put("client", call.client()));
        }
    }

    @Override
    public void resending(KeyState key, Call call, int status, long waitNanos) {
        summarise();
        if (log.debugs()) {
            log.debug(line("resending", key)
                    .put("status", status)
                    .putDuration("wait", waitNanos)
                    .put("client", call.client()));
        }
    }

    @Override
    public void observed(KeyState key, Call call, String what, long waitNanos) {
        summarise();
        KeyNote note = KeyNote.of(key);
        note.observed(what);
        if (waitNanos >= LONG_WAIT_NANOS && note.mayTell(KeyNote.WAITING, System.nanoTime())) {
            log.info(line(what, key).putDuration("wait", waitNanos).put("client", call.client()));
        }
    }

    @Override
    public void overflowing(String rule) {
        if (overflowTold.compareAndSet(false, true)) {
            log.warn(log.line("keys_full")
                    .put("rule", rule)
                    .put("keys", Engine.KEYS)
                    .put("effect", "further keys of a rule share one limit"));
        }
    }

    private boolean observing(KeyState key) {
        return engine.rules().mode() == Mode.OBSERVE || key.rule().mode() == Mode.OBSERVE;
    }

    private LogLine line(String event, KeyState key) {
        return log.line(event)
                .put("key", key.key().label())
                .put("rule", key.rule().name());
    }

    private void summarise() {
        if (!summarising.get() && summarising.compareAndSet(false, true)) {
            timer.executor()
                    .scheduleWithFixedDelay(this::summary, INTERVAL_NANOS, INTERVAL_NANOS, TimeUnit.NANOSECONDS);
            Thread last = timer.newThread(this::lastSummary);
            try {
                Runtime.getRuntime().addShutdownHook(last);
            } catch (IllegalStateException | SecurityException e) {
                // the JVM is going down already, or does not let the agent know when it will
            }
        }
    }

    private void lastSummary() {
        summary();
        if (log.debugs()) {
            for (KeyState key : engine.keys()) {
                log.debug(line("totals", key)
                        .put("sent", key.stats().sent.sum())
                        .put("answered", key.stats().answered.sum())
                        .put("refused", key.stats().refused.sum())
                        .put("resent", key.stats().resent.sum())
                        .put("failed", key.stats().failed.sum())
                        .put("rejected", key.stats().rejected.sum()));
            }
        }
    }

    /** Writes one line for each key to which something happened since the last time. */
    void summary() {
        try {
            long now = System.nanoTime();
            for (KeyState key : engine.keys()) {
                if (key.note() != null
                        || key.stats().waits() != null
                        || key.stats().refused.sum() > 0) {
                    KeyNote.of(key).summary(key, log, now);
                }
            }
        } catch (RuntimeException e) {
            log.error(log.line("agent_error")
                    .put("in", "summary")
                    .put("error", e.toString())
                    .put("trace", log.trace(e)));
        }
    }
}
