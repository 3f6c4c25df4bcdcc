package org.throttleagent.simulate;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.throttleagent.rule.Rate;
import org.throttleagent.rule.TimeSpans;

/** What the command line asks for. */
final class SimulateOptions {
    final Scenario scenario = new Scenario();
    boolean json;

    @Nullable
    String htmlFile;

    private SimulateOptions() {}

    /**
     * Reads options.
     *
     * @throws IllegalArgumentException if one cannot be read; the message says what would be right
     */
    static SimulateOptions parse(List<String> words) {
        SimulateOptions options = new SimulateOptions();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            int equals = word.indexOf('=');
            String name = equals < 0 ? word : word.substring(0, equals);
            if (name.equals("--json") && equals < 0) {
                options.json = true;
                continue;
            }
            if (equals < 0 && ++i == words.size()) {
                throw new IllegalArgumentException("simulate: " + name + " needs a value");
            }
            String value = equals < 0 ? words.get(i) : word.substring(equals + 1);
            try {
                options.read(name, value);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        "simulate: " + name + " cannot be '" + value + "': " + e.getMessage(), e);
            }
        }
        options.scenario.events.sort((a, b) -> Long.compare(a.atNanos, b.atNanos));
        return options;
    }

    private void read(String name, String value) {
        switch (name) {
            case "--server":
                scenario.kind = oneOf(Scenario.Kind.values(), value);
                break;
            case "--rate":
                scenario.rate = Rate.parse(value);
                break;
            case "--burst":
                scenario.burst = number(value, 1, 1_000_000_000);
                break;
            case "--start":
                scenario.start = number(value, 0, 1_000_000_000);
                break;
            case "--elapsed":
                scenario.elapsedNanos = TimeSpans.parseNanos(value);
                break;
            case "--headers":
                scenario.headers = oneOf(Scenario.Headers.values(), value);
                break;
            case "--processes":
                scenario.processes = (int) number(value, 1, 10_000);
                break;
            case "--threads":
                scenario.threads = (int) number(value, 1, 10_000);
                break;
            case "--rtt":
                roundTrip(value);
                break;
            case "--demand":
                scenario.demand = value.equals("saturated") ? null : Rate.parse(value);
                break;
            case "--calls":
                scenario.calls = number(value, 1, 1_000_000_000);
                break;
            case "--duration":
                scenario.durationNanos = positive(TimeSpans.parseNanos(value));
                break;
            case "--change":
            case "--join":
            case "--leave":
            case "--outage":
                scenario.events.add(event(Scenario.Change.valueOf(change(name)), value));
                break;
            case "--seeds":
                scenario.seeds = (int) number(value, 1, 1_000_000);
                break;
            case "--first-seed":
                scenario.firstSeed = number(value, 0, Long.MAX_VALUE);
                break;
            case "--prior":
                scenario.prior = value.equals("none") ? null : Rate.parse(value);
                break;
            case "--max-wait":
                scenario.maxWaitNanos = value.equals("none") ? 0 : positive(TimeSpans.parseNanos(value));
                break;
            case "--policy":
                scenario.policy = oneOf(Policy.values(), value);
                break;
            case "--html":
                htmlFile = value;
                break;
            default:
                throw new IllegalArgumentException("there is no such option");
        }
    }

    private static String change(String option) {
        return option.equals("--change") ? "RATE" : option.substring(2).toUpperCase(Locale.ROOT);
    }

    /** {@code AT:AMOUNT}. */
    private Scenario.Event event(Scenario.Change change, String value) {
        int colon = value.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException("expected an instant and an amount, as in 10m:2");
        }
        long at = TimeSpans.parseNanos(value.substring(0, colon));
        String amount = value.substring(colon + 1);
        switch (change) {
            case RATE:
                return new Scenario.Event(at, change, 0, Rate.parse(amount));
            case OUTAGE:
                return new Scenario.Event(at, change, TimeSpans.parseNanos(amount), scenario.rate);
            default:
                return new Scenario.Event(at, change, number(amount, 1, 10_000), scenario.rate);
        }
    }

    private void roundTrip(String value) {
        int dots = value.indexOf("..");
        scenario.leastRttNanos = TimeSpans.parseNanos(dots < 0 ? value : value.substring(0, dots));
        scenario.mostRttNanos = dots < 0 ? scenario.leastRttNanos : TimeSpans.parseNanos(value.substring(dots + 2));
        if (scenario.mostRttNanos < scenario.leastRttNanos) {
            throw new IllegalArgumentException("expected the shorter one first, as in 50ms..500ms");
        }
    }

    private static long positive(long nanos) {
        if (nanos <= 0) {
            throw new IllegalArgumentException("expected more than 0");
        }
        return nanos;
    }

    private static long number(String text, long least, long most) {
        try {
            long number = Long.parseLong(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new IllegalArgumentException("expected a whole number from " + least + " to " + most);
    }

    private static <E extends Enum<E>> E oneOf(E[] values, String text) {
        StringBuilder expected = new StringBuilder("expected one of");
        for (E value : values) {
            String name = value.name().toLowerCase(Locale.ROOT).replace('_', '-');
            if (name.equals(text)) {
                return value;
            }
            expected.append(' ').append(name);
        }
        throw new IllegalArgumentException(expected.toString());
    }
}
