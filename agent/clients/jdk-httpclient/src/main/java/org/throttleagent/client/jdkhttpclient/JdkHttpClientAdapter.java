package org.throttleagent.client.jdkhttpclient;

import java.io.IOException;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.throttleagent.gate.Announced;
import org.throttleagent.gate.ClientAdapter;
import org.throttleagent.gate.ClientId;
import org.throttleagent.gate.Throttle;
import org.throttleagent.gate.WeakIdentityMap;

/** Paces and retries {@code java.net.http.HttpClient}: {@code send} and {@code sendAsync}, HTTP/1.1 and newer. */
@ClientId(value = "java-net-http", library = false)
public final class JdkHttpClientAdapter implements ClientAdapter {
    static final String EXCHANGE = "jdk.internal.net.http.MultiExchange";

    /** The request that an exchange sends now or next. */
    static final String REQUEST = "currentreq:Ljdk/internal/net/http/HttpRequestImpl;";

    static final String BEGUN = "java-net-http/begun";
    static final String PROMISED = "java-net-http/promised";
    static final String ATTEMPT = "java-net-http/attempt";
    static final String ANSWERED = "java-net-http/answered";
    static final String RESEND = "java-net-http/resend";
    static final String CANCELLED = "java-net-http/cancelled";

    private static final String[] HOOKS = {BEGUN, PROMISED, ATTEMPT, ANSWERED, RESEND, CANCELLED};

    static {
        Announced.announce(new JdkHttpClientAdapter());
    }

    private final WeakIdentityMap<Object, PacedExchange> exchanges = new WeakIdentityMap<>();

    /** From the begin of an exchange to the return of {@code sendAsync}, which does not name its exchange. */
    private final ThreadLocal<PacedExchange> begun = new ThreadLocal<>();

    /** Of the one class of exchanges that this JVM has; set once, and making it twice does no harm. */
    private volatile @Nullable LazyControls controls;

    @Override
    public String[] opens() {
        return new String[] {"java.net.http/jdk.internal.net.http"};
    }

    @Override
    public void attach(Throttle throttle, Hooks hooks) {
        // one class for all hooks: a lambda for each would have the JVM spin six classes at the first request
        for (String hook : HOOKS) {
            hooks.on(hook, new BiFunction<Object, @Nullable Object, @Nullable Object>() {
                @Override
                public @Nullable Object apply(Object self, @Nullable Object argument) {
                    return handle(hook, throttle, self, argument);
                }
            });
        }
    }

    private @Nullable Object handle(String hook, Throttle throttle, Object self, @Nullable Object argument) {
        switch (hook) {
            case BEGUN:
                return begun(throttle, self, Objects.requireNonNull((CompletableFuture<?>) argument));
            case PROMISED:
                return promised(Objects.requireNonNull((CompletableFuture<?>) argument));
            case ATTEMPT:
                Object[] attempt = (Object[]) Objects.requireNonNull(argument);
                return state(throttle, self).attempt(self, (HttpRequest) attempt[0], (Object[]) attempt[1]);
            case ANSWERED:
                return answered(self, (Object[]) Objects.requireNonNull(argument));
            case RESEND:
                return resend(self, (HttpRequest) Objects.requireNonNull(argument));
            case CANCELLED:
                return cancelled(self, Objects.requireNonNull((Object[]) argument)[0]);
            default:
                return null;
        }
    }

    private PacedExchange state(Throttle throttle, Object exchange) {
        PacedExchange state = exchanges.get(exchange);
        return state == null ? newState(throttle, exchange) : state;
    }

    private PacedExchange newState(Throttle throttle, Object exchange) {
        LazyControls known = controls;
        if (known == null) {
            known = new LazyControls(exchange.getClass());
            controls = known;
        }
        LazyControls effective = known;
        return exchanges.computeIfAbsent(exchange, new Supplier<PacedExchange>() {
            @Override
            public PacedExchange get() {
                return new PacedExchange(throttle, effective);
            }
        });
    }

    private @Nullable Object begun(Throttle throttle, Object exchange, CompletableFuture<?> future) {
        begun.set(state(throttle, exchange));
        future.whenComplete(new BiConsumer<Object, @Nullable Throwable>() {
            @Override
            public void accept(Object response, @Nullable Throwable failure) {
                ended(exchange, failure);
            }
        });
        return null;
    }

    private @Nullable Object promised(CompletableFuture<?> future) {
        PacedExchange state = begun.get();
        if (state != null) {
            begun.remove();
            state.promised(future);
        }
        return null;
    }

    private @Nullable Object answered(Object exchange, Object[] statusAndHeaders) {
        PacedExchange state = exchanges.get(exchange);
        if (state != null) {
            state.answered(new JdkResponseHead((int) statusAndHeaders[0], (HttpHeaders) statusAndHeaders[1]));
        }
        return null;
    }

    private @Nullable Object resend(Object exchange, HttpRequest current) {
        PacedExchange state = exchanges.get(exchange);
        return state == null ? null : state.resend(exchange, current);
    }

    private @Nullable Object cancelled(Object exchange, Object argument) {
        PacedExchange state = exchanges.get(exchange);
        // cancel(false) lets an exchange go on
        if (state != null && !Boolean.FALSE.equals(argument)) {
            state.cancelled(argument instanceof IOException ? (IOException) argument : null);
        }
        return null;
    }

    private void ended(Object exchange, @Nullable Throwable failure) {
        PacedExchange state = exchanges.remove(exchange);
        if (state != null) {
            state.ended(failure);
        }
    }
}
