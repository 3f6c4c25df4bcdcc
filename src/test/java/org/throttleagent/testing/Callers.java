package org.throttleagent.testing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import org.throttleagent.Admission;
import org.throttleagent.Call;
import org.throttleagent.Engine;
import org.throttleagent.pace.Pacer;
import org.throttleagent.pace.Waiter;

/** Threads on virtual time that call one server through an engine, each one request after the other. */
public final class Callers {
    private final Engine engine;
    private final LimitedServer server;
    private final Random random;
    private final long rttNanos;
    private final long start;
    private final PriorityQueue<Event> events =
            new PriorityQueue<>(Comparator.comparingLong(Event::at).thenComparingLong(Event::number));
    private final List<Caller> waiting = new ArrayList<>();
    private long clock;
    private long eventNumber;
    private int left;
    private int delivered;
    private int deliveredRefused;

    public Callers(Engine engine, LimitedServer server, Random random, long rttNanos) {
        this.engine = engine;
        this.server = server;
        this.random = random;
        this.rttNanos = rttNanos;
        this.start = Seeds.start(random);
    }

    /** Makes so many requests with so many threads; returns how long that took, in nanoseconds. */
    public long run(int threads, int requests) {
        left = requests;
        long began = clock;
        for (int i = 0; i < threads; i++) {
            new Caller().next();
        }
        while (!events.isEmpty()) {
            Event event = events.remove();
            clock = event.at;
            event.action.run();
        }
        if (delivered != requests || !waiting.isEmpty()) {
            throw new AssertionError(
                    delivered + " of " + requests + " delivered, " + waiting.size() + " wait for ever");
        }
        delivered = 0;
        return clock - began;
    }

    /** Refusals that reached the application. */
    public int deliveredRefused() {
        return deliveredRefused;
    }

    private long now() {
        return start + clock;
    }

    private void at(long delay, Runnable action) {
        events.add(new Event(clock + delay, eventNumber++, action));
    }

    private record Event(long at, long number, Runnable action) {}

    private final class Caller {
        private Call call = engine.newCall("test");

        void next() {
            if (left == 0) {
                return;
            }
            left--;
            call = engine.newCall("test");
            admit();
        }

        private void admit() {
            Turn turn = new Turn(this);
            if (call.admit(TestRequest.GET, turn, now()) == Admission.WAIT) {
                waiting.add(this);
                look(turn);
            } else {
                send();
            }
        }

        /** As the timer of a client does: looks, and looks again when told to. */
        private void look(Turn turn) {
            if (turn.done) {
                return;
            }
            long wait = call.look(turn, now());
            if (wait == 0) {
                turn.done = true;
                waiting.remove(this);
                if (call.resolved(turn, now()) == Admission.GO) {
                    send();
                }
            } else if (wait != Pacer.UNTIL_SIGNALLED) {
                at(wait + random.nextLong(200_000), () -> look(turn)); // wakes up a little late
            }
        }

        private void send() {
            call.sent(TestRequest.GET, new TestWaiter(), now());
            long there = rttNanos / 2 + random.nextLong(1 + rttNanos / 4);
            at(there, () -> {
                TestResponse response = server.answer(clock);
                at(rttNanos / 2 + random.nextLong(1 + rttNanos / 4), () -> answered(response));
            });
        }

        private void answered(TestResponse response) {
            call.answered(response, now(), 1_800_000_000_000L, random.nextLong());
            if (call.resend(now())) {
                admit();
                return;
            }
            delivered++;
            deliveredRefused += response.status() == 200 ? 0 : 1;
            call.finished(now());
            next();
        }
    }

    private final class Turn extends Waiter {
        private final Caller caller;
        private boolean done;

        Turn(Caller caller) {
            this.caller = caller;
        }

        @Override
        protected void signal() {
            at(0, () -> caller.look(this));
        }
    }
}
