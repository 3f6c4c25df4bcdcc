package org.throttleagent.client.jdkhttpclient;

import java.lang.invoke.MethodHandle;
import java.net.http.HttpRequest;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** What the agent does to a {@code MultiExchange} to delay an attempt, or to have one made again. */
final class ExchangeControls {
    /** An attempt too many would turn the refusal into "Too many retries"; one is left to the client's own re-send. */
    private static final int ATTEMPTS_LEFT_TO_CLIENT = 1;

    // attempts
    private final @Nullable MethodHandle enter;
    private final boolean attemptsAreShared;
    private final @Nullable MethodHandle attempts;
    private final int maxAttempts;
    // waits
    private final @Nullable MethodHandle cancelled;
    private final @Nullable MethodHandle cancelTimer;
    private final @Nullable MethodHandle connectTimeout;
    private final @Nullable MethodHandle resetConnectTimeout;
    private final @Nullable MethodHandle executor;
    private final @Nullable MethodHandle executeAsync;
    private final @Nullable MethodHandle delegate;
    // retries
    private final @Nullable MethodHandle copyRequest;
    private final @Nullable MethodHandle isWebSocket;
    private final @Nullable MethodHandle setServerAuth;
    private final @Nullable MethodHandle setProxyAuth;

    private ExchangeControls(
            Members exchange, Members request, Members executors, Members timeouts, Class<?> requestType) {
        MethodHandle plain = exchange.method("responseAsyncImpl");
        enter = plain != null ? plain : exchange.method("responseAsyncImpl", boolean.class);
        attemptsAreShared = plain != null; // since 26 a new request begins to count anew
        attempts = exchange.getter("attempts");
        maxAttempts = exchange.constant("max_attempts", 0);
        cancelled = exchange.getter("cancelled");
        cancelTimer = exchange.method("cancelTimer");
        connectTimeout = exchange.getter("connectTimeout");
        resetConnectTimeout = timeouts.method("reset");
        executor = exchange.getter("executor");
        executeAsync = executors.method("ensureExecutedAsync", Runnable.class);
        delegate = executors.method("delegate");
        copyRequest = request.method("newInstanceForAuthentication", requestType);
        isWebSocket = request.method("isWebSocket");
        setServerAuth = exchange.setter("serverauth");
        setProxyAuth = exchange.setter("proxyauth");
    }

    static ExchangeControls of(Class<?> exchangeType) {
        Members exchange = Members.of(exchangeType);
        Class<?> requestType = orNothing(exchange.typeOf("currentreq"));
        return new ExchangeControls(
                exchange,
                Members.of(requestType),
                Members.of(orNothing(exchange.typeOf("executor"))),
                Members.of(orNothing(exchange.typeOf("connectTimeout"))),
                requestType);
    }

    /** A class without any of the members, in place of one that is not there. */
    private static Class<?> orNothing(@Nullable Class<?> type) {
        return type == null ? Object.class : type;
    }

    /** Whether an attempt can be put off and made later. */
    boolean canDelay() {
        return enter != null && executor != null && (executeAsync != null || delegate != null);
    }

    /** Whether the client would make one more attempt of {@code request}. */
    boolean canResend(Object exchange, HttpRequest request) {
        if (!canDelay() || copyRequest == null || isWebSocket == null) {
            return false;
        }
        if ((boolean) Members.call(isWebSocket, request)) {
            return false;
        }
        if (!attemptsAreShared) {
            return true;
        }
        return attempts != null
                && ((AtomicInteger) Members.call(attempts, exchange)).get() < maxAttempts - ATTEMPTS_LEFT_TO_CLIENT;
    }

    /** Whether the client itself knows that the exchange was cancelled. */
    boolean isCancelled(Object exchange) {
        return cancelled != null && (boolean) Members.call(cancelled, exchange);
    }

    /** Runs {@code task} on the application's executor, as the client does with work of its own. */
    void execute(Object exchange, Runnable task) {
        Object delegating = Members.call(Objects.requireNonNull(executor), exchange);
        if (executeAsync != null) {
            Members.call(executeAsync, delegating, task);
        } else {
            ((Executor) Members.call(Objects.requireNonNull(delegate), delegating)).execute(task);
        }
    }

    /** Makes the attempt that was put off, with the arguments it was put off with. */
    CompletableFuture<?> enter(Object exchange, Object[] arguments) {
        MethodHandle method = Objects.requireNonNull(enter);
        Object result =
                arguments.length == 0 ? Members.call(method, exchange) : Members.call(method, exchange, arguments[0]);
        return (CompletableFuture<?>) result;
    }

    /**
     * Ends the request timer of the attempt before this one, which would go off during a wait: only 21 and 25 end it
     * themselves. The next attempt begins its own.
     */
    void endTimer(Object exchange) {
        if (cancelTimer != null) {
            Members.call(cancelTimer, exchange);
        }
    }

    /** Lets the next connection have its full connect timeout: the client counts from the first, through a wait too. */
    void resetConnectTimeout(Object exchange) {
        Object tracker = connectTimeout == null ? null : Members.call(connectTimeout, exchange);
        if (tracker != null && resetConnectTimeout != null) {
            Members.call(resetConnectTimeout, tracker);
        }
    }

    /**
     * A fresh request like {@code current}, as after an authentication challenge: it has the application's headers only,
     * so that the client's filters add theirs once. What the exchange remembers of credentials is forgotten; else the
     * filter would leave out those that it has in its cache, and the server would ask for them again.
     */
    Object copy(Object exchange, HttpRequest current) {
        if (setServerAuth != null && setProxyAuth != null) {
            Members.call(setServerAuth, exchange, null);
            Members.call(setProxyAuth, exchange, null);
        }
        return Members.call(Objects.requireNonNull(copyRequest), current);
    }
}
