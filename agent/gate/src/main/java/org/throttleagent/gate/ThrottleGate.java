package org.throttleagent.gate;

import java.util.Collections;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import sun.net.www.MessageHeader;

/**
 * The one class that woven code calls. It is visible from every class loader, because packaging renames it to {@code
 * java.lang.ThrottleGate}; so it speaks JDK types only and knows nothing of the agent.
 *
 * <p>Every method that woven code calls is total: whatever goes wrong behind the gate, the client goes on as if no agent were
 * there. The only exceptions that leave it are those that a handler returned on purpose for the caller to see.
 */
public final class ThrottleGate {
    /** Handlers by hook name. Immutable; replaced whole. Empty until the agent has installed itself. */
    private static volatile Map<String, BiFunction<Object, @Nullable Object, @Nullable Object>> handlers =
            Collections.emptyMap();

    /** Told of what a handler threw, with the hook's name. */
    private static volatile @Nullable BiConsumer<String, Throwable> failures;

    private ThrottleGate() {}

    /**
     * Installs the handlers; called by the agent only.
     *
     * @param newHandlers an unmodifiable map; what was installed before is gone
     * @param onFailure told of every exception that a handler lets escape
     */
    public static void install(
            Map<String, BiFunction<Object, @Nullable Object, @Nullable Object>> newHandlers,
            BiConsumer<String, Throwable> onFailure) {
        failures = onFailure;
        handlers = newHandlers;
    }

    /** Asks the handler of {@code hook}; {@code null} when there is none, or when it failed. Never throws. */
    public static @Nullable Object ask(String hook, Object self, @Nullable Object argument) {
        BiFunction<Object, @Nullable Object, @Nullable Object> handler = handlers.get(hook);
        if (handler == null) {
            return null;
        }
        try {
            return handler.apply(self, argument);
        } catch (Throwable e) {
            report(hook, e);
            return null;
        }
    }

    /** Like {@link #ask}, but a {@link Throwable} that the handler <em>returns</em> is thrown into the client. */
    public static @Nullable Object askOrThrow(String hook, Object self, @Nullable Object argument) {
        Object answer = ask(hook, self, argument);
        if (answer instanceof Throwable) {
            ThrottleGate.<RuntimeException>raise((Throwable) answer);
        }
        return answer;
    }

    /** Whether the handler of {@code hook} answers {@link Boolean#TRUE}. Never throws. */
    public static boolean test(String hook, Object self, @Nullable Object argument) {
        return Boolean.TRUE.equals(ask(hook, self, argument));
    }

    /**
     * The name of a line among the header fields that {@code HttpURLConnection} holds, whose class only the JDK's own module can
     * name; {@code null} past the end, and for the status line.
     *
     * @param fields a {@code sun.net.www.MessageHeader}
     * @param line from 0 on
     */
    public static @Nullable String fieldName(Object fields, int line) {
        return ((MessageHeader) fields).getKey(line);
    }

    /** The value of a line; {@code null} past the end. */
    public static @Nullable String fieldValue(Object fields, int line) {
        return ((MessageHeader) fields).getValue(line);
    }

    /** The last value of a field of that name, in any case; {@code null} if there is none. */
    public static @Nullable String fieldValue(Object fields, String name) {
        return ((MessageHeader) fields).findValue(name);
    }

    private static void report(String hook, Throwable e) {
        try {
            BiConsumer<String, Throwable> listener = failures;
            if (listener != null) {
                listener.accept(hook, e);
            }
        } catch (Throwable alsoFailed) {
            // nobody is left to tell, and the client must not suffer for it
        }
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void raise(Throwable e) throws T {
        throw (T) e;
    }
}
