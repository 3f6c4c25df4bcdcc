package org.throttleagent.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What came of a case, from three sides: the application's calls, the servers' journals, the agent's log. */
record Outcome(Client client, Jdk jdk, List<Call> calls, Map<String, ?> values, List<KitServer> servers, AgentLog log) {
    /** What the first server saw. */
    List<Seen> seen() {
        return seen(0);
    }

    List<Seen> seen(int server) {
        return servers.get(server).seen();
    }

    List<Integer> statuses() {
        return calls.stream().map(Call::status).toList();
    }

    Object value(String name) {
        Object value = values.get(name);
        assertThat(value)
                .as("what the worker says of %s; it says %s", name, values)
                .isNotNull();
        return Objects.requireNonNull(value);
    }

    double seconds(String name) {
        return ((Number) value(name)).longValue() / 1e9;
    }

    /** The agent's totals for the first server's port. */
    long total(String count) {
        return log.total(count, servers.get(0).port());
    }

    /** The first server got exactly this many requests. */
    void arrived(int count) {
        assertThat(seen()).as("requests at the server").hasSize(count);
    }

    /**
     * The requests of the first server's key left at least this far apart, by the agent's own stamps, but for what it may catch up: 10
     * ms, or 1 % of a longer interval.
     */
    void grantsApart(double seconds) {
        List<Long> grants = log.grants(servers.get(0).port());
        assertThat(grants).as("the agent's grants").hasSameSizeAs(seen());
        double catchUp = Math.max(0.01, seconds / 100);
        for (int i = 1; i < grants.size(); i++) {
            assertThat((grants.get(i) - grants.get(0)) / 1e9)
                    .as("seconds from the first grant to number %s", i + 1)
                    .isGreaterThanOrEqualTo(i * seconds - catchUp);
        }
    }

    /** The second request came at least this long after the first. */
    void waited(double seconds) {
        List<Seen> seen = seen();
        assertThat(seen).as("requests at the server").hasSizeGreaterThanOrEqualTo(2);
        assertThat((seen.get(1).nanoTime() - seen.get(0).nanoTime()) / 1e9)
                .as("seconds between the first and the second request")
                .isGreaterThanOrEqualTo(seconds);
    }

    /** The second request is the first one once more, to the byte, at least this long after it; there is no third. */
    void sentAgain(double seconds) {
        arrived(2);
        waited(seconds);
        Seen first = seen().get(0);
        Seen second = seen().get(1);
        assertThat(second.method()).isEqualTo(first.method());
        assertThat(second.path()).isEqualTo(first.path());
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.headers()).isEqualTo(first.headers());
    }

    /** How often an answer closed the first server's key. */
    int closings() {
        return log.events("closed", servers.get(0).port()).size();
    }

    /** Sends less those that failed without a response head are what each server saw. */
    void checkCounts() {
        for (KitServer server : servers) {
            if (server.counted()) {
                long counted = log.total("sent", server.port()) - log.total("failed", server.port());
                assertThat(counted)
                        .as("the agent's count for port %s: %s", server.port(), log.events("totals", server.port()))
                        .isEqualTo(server.seen().size());
            }
        }
    }
}
