package org.throttleagent.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever comes: never a failure, never below its range, never above the clamp. */
class SignalReaderFuzzTest {
    private static final int ROUNDS = 200_000;

    private static final int[] STATUSES = {200, 202, 301, 304, 400, 403, 404, 418, 420, 429, 500, 503, 509, 529, 0, -1};

    private static final String[] NAMES = {
        "Retry-After",
        "retry-after-ms",
        "x-ms-retry-after-ms",
        "Date",
        "Age",
        "X-RateLimit-Limit",
        "X-RateLimit-Remaining",
        "X-RateLimit-Reset",
        "X-RateLimit-Reset-After",
        "RateLimit-Limit",
        "RateLimit-Remaining",
        "RateLimit-Reset",
        "X-Rate-Limit-Limit",
        "X-Rate-Limit-Remaining",
        "X-Rate-Limit-Reset",
    };

    private static final String[] VALUES = {
        "0",
        "1",
        "5",
        "60",
        "3600",
        "-1",
        "2.0",
        "0.25",
        "100;w=60",
        "10, 10;w=1;name=\"a,b\"",
        "99999999",
        "100000000",
        "1000000000",
        "1800000059",
        "1799999999",
        "1800000059.125",
        "1800000060500",
        "1800000060500000",
        "1800000060500000000",
        "9223372036854775807",
        "9223372036854776",
        "99999999999999999999",
        "Fri, 15 Jan 2027 08:00:41 GMT",
        "Friday, 15-Jan-27 08:00:41 GMT",
        "Fri Jan 15 08:00:41 2027",
        "Fri, 31 Dec 9999 23:59:60 GMT",
        "2027-01-15T08:01Z",
        "2027-01-15T08:00:59.5+18:00",
        "NaN",
        "1e9",
        "",
        " ",
    };

    private static final String PIECES = "0123456789.,;:-+ \tTZeEw=\"GMTJan\u0000\u0661\uff15\ud83d";

    @Test
    void neverFailsAndStaysInRange() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            long clampNanos = 1 + (random.nextLong() >>> (1 + random.nextInt(60)));
            long wallMillis = random.nextInt(4) == 0 ? random.nextLong() : Responses.WALL_MILLIS;
            List<String[]> fields = fields(random);
            int status = STATUSES[random.nextInt(STATUSES.length)];
            RateSignal signal =
                    SignalReader.create(clampNanos).read(Responses.response(status, fields), "", wallMillis);
            String problem = problem(signal, clampNanos);
            if (!problem.isEmpty()) {
                assertThat(problem)
                        .as("seed %s, round %s, status %s: %s", seed, round, status, text(fields))
                        .isEmpty();
            }
        }
    }

    private static String problem(RateSignal signal, long clampNanos) {
        long wait = signal.waitNanos();
        if (wait < -1 || wait > clampNanos) {
            return "wait " + wait;
        }
        if (signal.clamped() && wait != clampNanos) {
            return "clamped, but not to " + clampNanos;
        }
        if ((wait == -1) != signal.waitSource().isEmpty()) {
            return "wait " + wait + " by " + signal.waitSource();
        }
        if (signal.limit() < -1 || signal.remaining() < -1) {
            return "limit " + signal.limit() + " remaining " + signal.remaining();
        }
        if (signal.limit() >= 0 && signal.remaining() > signal.limit()) {
            return "more remaining than the limit";
        }
        if (signal.resetNanos() < -1 || signal.resetNanos() > Window.MAX_NANOS) {
            return "reset " + signal.resetNanos();
        }
        boolean facts = signal.limit() >= 0 || signal.remaining() >= 0 || signal.resetNanos() > 0 || signal.refused();
        return facts == signal.saysLimit() ? "" : "saysLimit " + signal.saysLimit();
    }

    private static List<String[]> fields(Random random) {
        List<String[]> fields = new ArrayList<>();
        for (int i = random.nextInt(8); i >= 0; i--) {
            String name = NAMES[random.nextInt(NAMES.length)];
            String value = VALUES[random.nextInt(VALUES.length)];
            fields.add(new String[] {
                random.nextInt(10) == 0 ? mutate(name, random) : name,
                random.nextInt(2) == 0 ? mutate(value, random) : value
            });
        }
        return fields;
    }

    private static String mutate(String text, Random random) {
        StringBuilder mutated = new StringBuilder(text);
        for (int i = random.nextInt(4); i >= 0; i--) {
            int at = random.nextInt(mutated.length() + 1);
            String piece = String.valueOf(PIECES.charAt(random.nextInt(PIECES.length())));
            switch (random.nextInt(4)) {
                case 0 -> mutated.insert(at, piece);
                case 1 -> mutated.insert(at, piece.repeat(random.nextInt(40)));
                case 2 -> mutated.setLength(at);
                default -> mutated.replace(at, Math.min(at + 1, mutated.length()), piece);
            }
        }
        return mutated.toString();
    }

    private static String text(List<String[]> fields) {
        StringBuilder text = new StringBuilder();
        fields.forEach(
                field -> text.append(field[0]).append(": ").append(field[1]).append(" | "));
        return text.toString();
    }
}
