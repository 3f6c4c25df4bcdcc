package org.throttleagent.client.httpclient5;

import java.util.function.Supplier;
import org.throttleagent.gate.WeakIdentityMap;

/** The answers that the agent has decided to hand to the application, so that nobody below it waits for them any more. */
final class Decided {
    private static final Supplier<Boolean> YES = new Supplier<Boolean>() {
        @Override
        public Boolean get() {
            return Boolean.TRUE;
        }
    };

    private final WeakIdentityMap<Object, Boolean> responses = new WeakIdentityMap<>();

    void add(Object response) {
        responses.computeIfAbsent(response, YES);
    }

    boolean contains(Object response) {
        return responses.get(response) != null;
    }
}
