package org.throttleagent.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Whatever comes: never a failure, never below its range, never above the clamp. Half of the header sets are thrown together,
 * half are samples of the corpus that are changed here and there. {@code -Dfuzz.rounds=10000000} for a long run.
 */
class SignalReaderFuzzTest {
    private static final int ROUNDS = Integer.getInteger("fuzz.rounds", 200_000);

    private static final int[] STATUSES = {200, 202, 301, 304, 400, 403, 404, 418, 420, 429, 500, 503, 509, 529, 0, -1};

    /** All names of the table, a dimension for each star. */
    private static final List<String> NAMES = TableText.names();

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
        "6m0s",
        "20ms",
        "100, 100;w=10, 1000;w=3600",
        "600,30000",
        "32/40",
        "api-usage=18/5000; per-app-api-usage=17/250(appName=x)",
        "20:1,100:120",
        "total=100; remaining=0; resets=41",
        "b=per_hour;q=2;r=0;t=924,b=per_day;q=100;r=99;t=3600",
        "Microsoft.Compute/HighCostGet3Min;46",
        "{\"call_count\":100,\"estimated_time_to_regain_access\":5}",
        "60:transaction:key, 2700:default;error:organization",
        "\"default\";r=0;t=30, \"daily\";r=5;t=999999999999999",
        "limit=100, remaining=0, reset=5",
        "\"default\";q=100;w=60;qu=\"requests\";pk=:YWJj:",
        "100;w=60, 5000;w=3600;comment=\"x\"",
        "(\"a\" \"b\");r=0",
        "true",
        "",
        " ",
    };

    private static final String PIECES = "0123456789.,;:-+ \tTZeEwrtq=\"\\()/{}[]?@GMTJanms\u0000\u0661\uff15\ud83d";

    @Test
    void neverFailsAndStaysInRange() throws IOException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<Sample> corpus = new ArrayList<>(Sample.all("vendors.txt"));
        corpus.addAll(Sample.all("hostile.txt"));
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
        if (signal.bucket().length() > Facts.MAX_NAME || signal.windows().size() > Facts.MAX_WINDOWS) {
            return "a bucket too long or windows too many";
        }
        for (LimitWindow window : signal.windows()) {
            String problem = problem(window);
            if (!problem.isEmpty()) {
                return problem;
            }
        }
        if (!problem(signal.limit(), signal.remaining(), signal.resetNanos()).isEmpty()) {
            return problem(signal.limit(), signal.remaining(), signal.resetNanos());
        }
        boolean facts = signal.refused() || !signal.windows().isEmpty();
        return facts == signal.saysLimit() ? "" : "saysLimit " + signal.saysLimit();
    }

    private static String problem(LimitWindow window) {
        if (window.lengthNanos() < -1 || window.lengthNanos() == 0 || window.lengthNanos() > Window.MAX_NANOS) {
            return "length " + window.lengthNanos();
        }
        if (window.name().length() > Facts.MAX_NAME) {
            return "a name of " + window.name().length();
        }
        if (window.limit() < 0 && window.remaining() < 0 && window.resetNanos() <= 0) {
            return "a window that says nothing";
        }
        return problem(window.limit(), window.remaining(), window.resetNanos());
    }

    private static String problem(long limit, long remaining, long resetNanos) {
        if (limit < -1 || remaining < -1) {
            return "limit " + limit + " remaining " + remaining;
        }
        if (limit >= 0 && remaining > limit) {
            return "more remaining than the limit";
        }
        return resetNanos < -1 || resetNanos > Window.MAX_NANOS ? "reset " + resetNanos : "";
    }

    /** A sample with some values and names changed, and some fields of others. */
    private static List<String[]> changed(List<String[]> fields, Random random) {
        for (String[] field : fields) {
            field[0] = random.nextInt(20) == 0 ? mutate(field[0], random) : field[0];
            field[1] = random.nextInt(3) == 0 ? mutate(field[1], random) : field[1];
        }
        if (random.nextInt(3) == 0) {
            fields.addAll(fields(random));
        }
        return fields;
    }

    private static List<String[]> fields(Random random) {
        List<String[]> fields = new ArrayList<>();
        for (int i = random.nextInt(8); i >= 0; i--) {
            String name = NAMES.get(random.nextInt(NAMES.size()));
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
