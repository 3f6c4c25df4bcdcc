package org.throttleagent.kit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One promise: what the servers do, what the agent is told, what the application does, and what must have happened. */
final class KitCase {
    final String id;
    final String title;
    final List<Supplier<? extends KitServer>> servers = new ArrayList<>();

    /** For the first server's key, without the {@code throttle.rule.NAME.} before. */
    final Map<String, String> rule = new LinkedHashMap<>();

    /** For the worker; {@code {0}} stands for the first server's address, {@code {1}} for the second one's. */
    final Map<String, String> job = new LinkedHashMap<>();

    private final List<Exemption> exemptions = new ArrayList<>();
    private Check check = outcome -> {};

    /** Asserts what must have happened. */
    interface Check {
        void accept(Outcome outcome) throws Exception;
    }

    /** For whom a case does not hold. */
    interface Who {
        boolean is(Client client, Jdk jdk);
    }

    private record Exemption(Who who, String reason) {}

    private KitCase(String id, String title) {
        this.id = id;
        this.title = title;
    }

    /** A case without servers, rule or action yet. */
    static KitCase of(String id, String title) {
        return new KitCase(id, title);
    }

    KitCase server(Supplier<? extends KitServer> server) {
        servers.add(server);
        return this;
    }

    KitCase rule(String key, String value) {
        rule.put(key, value);
        return this;
    }

    /** The action, and the requests it makes: {@code METHOD /path [BODY_KIND]}, separated by semicolons. */
    KitCase does(String action, String requests) {
        job.put("action", action);
        StringBuilder absolute = new StringBuilder();
        for (String request : requests.split(";", -1)) {
            absolute.append(absolute.isEmpty() ? "" : ";").append(request.trim().replaceFirst(" /", " {0}/"));
        }
        job.put("requests", absolute.toString());
        return this;
    }

    KitCase with(String key, String value) {
        job.put(key, value);
        return this;
    }

    KitCase with(String key, int value) {
        return with(key, Integer.toString(value));
    }

    /** Says for whom the case cannot hold, and why. */
    KitCase not(String client, String reason) {
        return not((it, jdk) -> it.is(client), reason);
    }

    KitCase not(Who who, String reason) {
        exemptions.add(new Exemption(who, reason));
        return this;
    }

    KitCase expect(Check expected) {
        check = expected;
        return this;
    }

    void check(Outcome outcome) throws Exception {
        check.accept(outcome);
    }

    /** Why the case does not hold for this client here, or {@code null} if it has to. */
    @Nullable
    String reasonAgainst(Client client, Jdk jdk) {
        for (Exemption exemption : exemptions) {
            if (exemption.who.is(client, jdk)) {
                return exemption.reason;
            }
        }
        return null;
    }
}
