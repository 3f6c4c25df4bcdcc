package org.throttleagent.client.jdkhttpclient;

import java.lang.invoke.MethodHandle;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import org.jspecify.annotations.Nullable;

/** What is read of every {@code MultiExchange}: its current request, and the head of its response. */
final class ExchangeView {
    /*
     * Made once, when the first request is sent; what only a wait or a retry needs is found when the first of them is due.
     */

    private final Class<?> exchangeType;
    private final @Nullable MethodHandle currentRequest;
    private final @Nullable MethodHandle status;
    private final @Nullable MethodHandle headers;

    /** Set once; finding it twice does no harm. */
    private volatile @Nullable ExchangeControls controls;

    private ExchangeView(Class<?> exchangeType, Members exchange, @Nullable Members response) {
        this.exchangeType = exchangeType;
        this.currentRequest = exchange.getter("currentreq");
        this.status = response == null ? null : response.getter("statusCode");
        this.headers = response == null ? null : response.getter("headers");
    }

    static ExchangeView of(Class<?> exchangeType) {
        Members response;
        try {
            response = Members.of(
                    Class.forName(exchangeType.getPackageName() + ".Response", false, exchangeType.getClassLoader()));
        } catch (ClassNotFoundException e) {
            response = null;
        }
        return new ExchangeView(exchangeType, Members.of(exchangeType), response);
    }

    /** The request that is sent now or next; {@code null} if it cannot be read. */
    @Nullable
    HttpRequest request(Object exchange) {
        return currentRequest == null ? null : (HttpRequest) Members.call(currentRequest, exchange);
    }

    /** The head of a {@code Response}; {@code null} if it cannot be read. */
    @Nullable
    JdkResponseHead head(Object response) {
        if (status == null || headers == null) {
            return null;
        }
        return new JdkResponseHead((int) Members.call(status, response), (HttpHeaders) Members.call(headers, response));
    }

    ExchangeControls controls() {
        ExchangeControls found = controls;
        if (found == null) {
            found = ExchangeControls.of(exchangeType);
            controls = found;
        }
        return found;
    }
}
