package org.throttleagent.client.jdkhttpclient;

import java.net.http.HttpRequest.BodyPublisher;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which request bodies can be sent again: those that {@code HttpRequest.BodyPublishers} makes and that the JDK itself sends
 * again for a redirect or an authentication leg. A publisher of somebody else cannot be asked whether it takes a second
 * subscriber, nor can one behind {@code fromPublisher} or in {@code concat}. Nor can the supplier of {@code ofInputStream}: it may
 * return {@code null} the second time, and the application would get an exception in place of the refusal.
 */
final class RepeatableBodies {
    private static final String MAKER = "jdk.internal.net.http.RequestPublishers$";

    /** The same in JDK 11 to 26. */
    private static final Set<String> KNOWN = Set.of(
            MAKER + "ByteArrayPublisher",
            MAKER + "EmptyPublisher",
            MAKER + "FilePublisher",
            MAKER + "IterablePublisher",
            MAKER + "StringPublisher");

    private RepeatableBodies() {}

    /** Whether {@code body} can be sent again; {@code null} is no body. */
    static boolean include(@Nullable BodyPublisher body) {
        return body == null || KNOWN.contains(body.getClass().getName());
    }
}
