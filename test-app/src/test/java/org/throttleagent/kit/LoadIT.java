package org.throttleagent.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.throttleagent.app.server.Arrival;
import org.throttleagent.app.server.LimitedServer;
import org.throttleagent.app.server.NoLimit;

/** Many threads under one rule: never faster than it in any window, and not slower either. */
class LoadIT {
    private static final int RATE = 100;
    private static final int SECONDS = 20;
    private static final double GRANT_SLACK_SECONDS = 0.010;
    private static final double ARRIVAL_SLACK_SECONDS = 0.050;

    @TestFactory
    Stream<DynamicTest> platformThreads() {
        return Jdk.all().stream()
                .map(jdk -> DynamicTest.dynamicTest(
                        "50 platform threads on JDK " + jdk.feature(), () -> check(jdk, "platform", 50, 2)));
    }

    @TestFactory
    Stream<DynamicTest> virtualThreads() {
        return Jdk.all().stream()
                .filter(jdk -> jdk.feature() >= 21)
                .map(jdk -> DynamicTest.dynamicTest(
                        "200 virtual threads on JDK " + jdk.feature(), () -> check(jdk, "virtual", 200, 2)));
    }

    private static void check(Jdk jdk, String kind, int threads, int again) throws Exception {
        try (LimitedServer server = LimitedServer.start("load", new NoLimit(), 0)) {
            int port = server.uri().getPort();
            AgentFork fork = AgentFork.withAgent(jdk, "load-" + kind).logged().rule(port, "rate=" + RATE + "/s");
            Fork run = fork.run(
                    "Load",
                    Client.HTTP_URL_CONNECTION,
                    server.uri().toString(),
                    kind,
                    Integer.toString(threads),
                    Integer.toString(SECONDS));
            long[] grants = fork.log().events("sent", port).stream()
                    .mapToLong(line -> line.number("at"))
                    .sorted()
                    .toArray();
            List<Arrival> arrived = server.arrivals();
            long[] arrivals =
                    arrived.stream().mapToLong(Arrival::nanoTime).sorted().toArray();
            double perSecond = (grants.length - 1) * 1e9 / (grants[grants.length - 1] - grants[0]);
            note(jdk, kind, perSecond, grants, arrivals);

            assertThat(run.stdout().toString()).as("what the application saw").contains(" failed=0");
            assertThat(grants).as("grants, of which each is one arrival").hasSameSizeAs(arrivals);
            assertThat(worstBurst(grants))
                    .as("grants too early, in seconds")
                    .isLessThanOrEqualTo(GRANT_SLACK_SECONDS + 1e-9);
            // a machine that stops a thread between its grant and its send makes requests arrive together
            double slack = ARRIVAL_SLACK_SECONDS + longestStall(grants);
            long[] warm = Arrays.copyOfRange(arrivals, RATE, arrivals.length);
            if (worstBurst(warm) >= slack && again > 0) {
                check(
                        jdk, kind, threads,
                        again - 1); // what the machine does to a request after its grant differs each time
                return;
            }
            assertThat(worstBurst(warm))
                    .as("arrivals too early after the first second, in seconds")
                    .isLessThan(slack);
            double seconds = (grants[grants.length - 1] - grants[0]) / 1e9;
            assertThat((grants.length - 1) / (seconds - lostInStalls(grants)))
                    .as("requests per second of the time in which the machine ran us")
                    .isCloseTo(RATE, within(RATE * 0.01));
        }
    }

    /** What the gaps between grants last beyond an interval and what may be caught up: then nobody woke in time. */
    private static double lostInStalls(long[] grants) {
        double lost = 0;
        for (int i = 1; i < grants.length; i++) {
            lost += Math.max(0, (grants[i] - grants[i - 1]) / 1e9 - 1.0 / RATE - GRANT_SLACK_SECONDS);
        }
        return lost;
    }

    private static double longestStall(long[] grants) {
        double longest = 0;
        for (int i = 1; i < grants.length; i++) {
            longest = Math.max(longest, (grants[i] - grants[i - 1]) / 1e9 - 1.0 / RATE);
        }
        return longest;
    }

    /**
     * By how much the worst of all windows, of whatever length, holds more than the rate allows, in seconds of the rate. For a
     * window from instant i to instant j that is {@code (j - i) / rate - (t[j] - t[i])}.
     */
    private static double worstBurst(long[] sorted) {
        double worst = 0;
        double least = Double.MAX_VALUE;
        for (int i = 0; i < sorted.length; i++) {
            double ahead = i / (double) RATE - (sorted[i] - sorted[0]) / 1e9;
            least = Math.min(least, ahead);
            worst = Math.max(worst, ahead - least);
        }
        return worst;
    }

    /** Leaves the numbers behind, whether they are good or not. */
    private static synchronized void note(Jdk jdk, String kind, double perSecond, long[] grants, long[] arrivals)
            throws IOException {
        String row = String.format(
                Locale.ROOT,
                "jdk=%d threads=%s grants=%d arrivals=%d rate=%.2f/s worst_grants=%.1fms worst_arrivals=%.1fms%n",
                jdk.feature(),
                kind,
                grants.length,
                arrivals.length,
                perSecond,
                worstBurst(grants) * 1e3,
                worstBurst(arrivals) * 1e3);
        Files.writeString(Path.of("target", "kit-load.txt"), row, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
