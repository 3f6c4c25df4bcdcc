package org.throttleagent.client.httpurlconnection;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.SocketException;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.throttleagent.gate.Announced;
import org.throttleagent.gate.ClientAdapter;
import org.throttleagent.gate.ClientId;
import org.throttleagent.gate.Throttle;
import org.throttleagent.gate.WeakIdentityMap;

/** What the agent does in {@code HttpURLConnection}. */
/*
 * A connection object is used by one thread at a time, but for disconnect(). `current` tells the hook in the wire class, on the
 * same thread, whose header object it is about to see; it is set and cleared around each use.
 */
@ClientId(value = "http-url-connection", library = false)
public final class HttpUrlConnectionAdapter implements ClientAdapter {
    private static final BooleanSupplier NEVER = new BooleanSupplier() {
        @Override
        public boolean getAsBoolean() {
            return false;
        }
    };

    static {
        Announced.announce(new HttpUrlConnectionAdapter());
    }

    private final WeakIdentityMap<Object, Exchange> exchanges = new WeakIdentityMap<>();
    private final ThreadLocal<@Nullable Exchange> current = new ThreadLocal<>();

    @Override
    public void attach(Throttle throttle, Hooks hooks) {
        for (Hook hook : Hook.values()) {
            hooks.on(hook.fullName, new BiFunction<Object, @Nullable Object, @Nullable Object>() {
                @Override
                public @Nullable Object apply(Object self, @Nullable Object argument) {
                    return handle(hook, throttle, self, argument);
                }
            });
        }
    }

    private @Nullable Object handle(Hook hook, Throttle throttle, Object self, @Nullable Object argument) {
        switch (hook) {
            case CONNECT:
                return connect(throttle, self, argument);
            case WRITE:
                return write(self, argument);
            case WRITTEN:
                return written(argument);
            case WIRE:
                return wire(argument);
            case PARSE:
                return parse(self);
            case PARSED:
                return parsed(self, argument);
            case AGAIN:
                return again(self, argument);
            case DISCONNECT:
                return disconnect(self);
        }
        throw new AssertionError(hook);
    }

    private @Nullable Object connect(Throttle throttle, Object self, @Nullable Object fields) {
        HttpURLConnection connection = (HttpURLConnection) self;
        Object[] values = values(fields);
        Exchange exchange = exchanges.computeIfAbsent(self, new Supplier<Exchange>() {
            @Override
            public Exchange get() {
                return new Exchange(throttle.newCall());
            }
        });
        exchange.request = new UrlRequest(connection.getURL(), connection.getRequestMethod(), values[0], exchange);
        // with a cache the answer may cost nothing; if it turns out not to be in it, write() waits
        exchange.waitsLate = values[1] != null && connection.getUseCaches();
        return exchange.waitsLate ? null : await(exchange);
    }

    private @Nullable Object write(Object self, @Nullable Object requests) {
        Exchange exchange = exchanges.get(self);
        if (exchange == null) {
            return null; // it was connected before the agent came
        }
        exchange.headers = requests;
        current.set(exchange);
        return exchange.waitsLate ? await(exchange) : null;
    }

    /** Waits for the turn of a connection's next request; returns what is to be thrown. */
    private static @Nullable Object await(Exchange exchange) {
        exchange.waitsLate = false;
        UrlRequest request = exchange.request;
        try {
            return request == null || exchange.call.await(request, NEVER) ? null : new SocketException("Socket closed");
        } catch (IOException e) {
            return e;
        }
    }

    private @Nullable Object written(@Nullable Object thrown) {
        Exchange exchange = current.get();
        if (exchange != null) {
            current.remove();
            if (thrown != null) {
                exchange.call.failed((Throwable) thrown);
            }
        }
        return null;
    }

    private @Nullable Object wire(@Nullable Object requests) {
        Exchange exchange = current.get();
        if (exchange != null && exchange.headers == requests && exchange.request != null) {
            exchange.sends++;
            exchange.call.sent(exchange.request);
        }
        return null;
    }

    private @Nullable Object parse(Object connection) {
        Exchange exchange = exchanges.get(connection);
        if (exchange != null) {
            current.set(exchange);
        }
        return null;
    }

    private @Nullable Object parsed(Object connection, @Nullable Object fields) {
        current.remove();
        Object[] values = values(fields);
        Exchange exchange = exchanges.get(connection);
        if (exchange == null || exchange.headers != values[0]) {
            return null; // a CONNECT
        }
        if (values[2] != null) {
            exchange.call.failed((Throwable) values[2]);
        } else if (values[1] != null) {
            exchange.call.answered(new HeaderFields(values[1]));
        }
        return null;
    }

    private @Nullable Object again(Object self, @Nullable Object fields) {
        Exchange exchange = exchanges.get(self);
        Object[] values = values(fields);
        if (exchange == null) {
            return null;
        }
        exchange.streamed = values[0] != null;
        if (!exchange.mayLoopAgain() || !exchange.call.resend()) {
            return null;
        }
        try {
            if (values[1] instanceof InputStream) {
                ((InputStream) values[1]).close();
            }
        } catch (IOException e) {
            // the connection is of no more use; the next attempt has one of its own
        }
        return Boolean.TRUE;
    }

    private @Nullable Object disconnect(Object self) {
        Exchange exchange = exchanges.remove(self);
        if (exchange != null) {
            exchange.call.cancel();
        }
        return null;
    }

    private static Object[] values(@Nullable Object fields) {
        return fields == null ? new Object[3] : (Object[]) fields;
    }
}
