package org.throttleagent.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** One run: a server, processes, their threads, and the network between them, on virtual time. */
final class World {
    private static final long NANOS = 1_000_000_000L;

    private final Scenario scenario;
    private final Server server;
    private final SplittableRandom random;
    private final Timeline timeline = new Timeline();
    private final List<ClientProcess> processes = new ArrayList<>();
    private final Record record;
    private final long interArrivalNanos;
    private long callsLeft;

    World(Scenario scenario, long seed) {
        this.scenario = scenario;
        this.server = new Server(scenario);
        // spread by a constant of SplitMix64, so that neighbouring seeds have nothing in common
        this.random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L);
        this.record = new Record(scenario);
        this.callsLeft = scenario.calls == 0 ? Long.MAX_VALUE : scenario.calls;
        this.interArrivalNanos = scenario.demand == null
                ? 0
                : Math.max(1, scenario.demand.periodNanos() / scenario.demand.permits())
                        * scenario.processes
                        * scenario.threads;
    }

    /** Runs it to its end. */
    Record run() {
        for (int i = 0; i < scenario.processes; i++) {
            start();
        }
        for (Scenario.Event event : scenario.events) {
            timeline.after(event.atNanos, () -> happen(event));
        }
        long step = Math.max(1, scenario.durationNanos / Record.SAMPLES);
        for (long end = step; end <= scenario.durationNanos; end += step) {
            timeline.runUntil(end);
            record.level(server.limit().level(timeline.now()));
            if (record.over()) {
                break;
            }
        }
        return record.finished(timeline.now(), server.limit().possible(timeline.now()));
    }

    private void happen(Scenario.Event event) {
        switch (event.change) {
            case RATE:
                server.limit().change(event.rate, now());
                break;
            case OUTAGE:
                server.outage(now() + event.amount);
                break;
            case JOIN:
                for (int i = 0; i < event.amount; i++) {
                    start();
                }
                break;
            case LEAVE:
                leave((int) event.amount);
                break;
        }
    }

    private void start() {
        int number = processes.size();
        ClientProcess process = scenario.policy.process(this, scenario, number);
        processes.add(process);
        for (int i = 0; i < scenario.threads; i++) {
            Caller caller = record.joined(number, process, now());
            caller.nextCall = now() + (interArrivalNanos > 0 ? random.nextLong(interArrivalNanos) : 0);
            long startsWithin = Math.max(1, scenario.leastRttNanos / 2);
            timeline.after(
                    interArrivalNanos > 0 ? caller.nextCall - now() : random.nextLong(startsWithin),
                    () -> next(caller));
        }
    }

    private void leave(int count) {
        int left = count;
        for (int i = processes.size() - 1; i >= 0 && left > 0; i--) {
            ClientProcess process = processes.get(i);
            if (!process.gone) {
                process.gone = true;
                record.left(i, now());
                left--;
            }
        }
    }

    private void next(Caller caller) {
        if (caller.client.gone || callsLeft == 0) {
            return;
        }
        callsLeft--;
        caller.callBegan = now();
        caller.refusals = 0;
        caller.client.begin(caller);
    }

    /** An attempt goes on its way. */
    void send(Caller caller) {
        if (caller.client.gone) {
            return;
        }
        caller.requests++;
        caller.sentAt = now();
        caller.inFlight = true;
        timeline.after(halfTrip(), () -> {
            Reply reply = server.answer(now());
            timeline.after(halfTrip(), () -> answered(caller, reply));
        });
    }

    private void answered(Caller caller, Reply reply) {
        if (caller.client.gone) {
            return;
        }
        caller.inFlight = false;
        if (reply.refused()) {
            caller.refused++;
            caller.refusals++;
            record.refused(caller, now());
        } else if (reply.accepted()) {
            record.accepted(caller);
        }
        if (caller.client.answered(caller, reply)) {
            return;
        }
        caller.client.finished(caller);
        if (!reply.accepted()) {
            record.delivered();
            caller.client.begin(caller); // the application wants it all the same
            return;
        }
        caller.callBegan = -1;
        if (interArrivalNanos == 0) {
            next(caller);
        } else {
            caller.nextCall += (long) (interArrivalNanos * -Math.log(1 - random.nextDouble()));
            timeline.after(caller.nextCall - now(), () -> next(caller));
        }
    }

    private long halfTrip() {
        long least = scenario.leastRttNanos / 2;
        long spread = (scenario.mostRttNanos - scenario.leastRttNanos) / 2 + least / 20;
        return least + (spread == 0 ? 0 : random.nextLong(spread + 1));
    }

    /** Nanoseconds since the run began. */
    long now() {
        return timeline.now();
    }

    void after(long delayNanos, Runnable action) {
        timeline.after(delayNanos, action);
    }

    SplittableRandom random() {
        return random;
    }

    static long nanos(double seconds) {
        return (long) Math.min(seconds * NANOS, Long.MAX_VALUE / 4);
    }
}
