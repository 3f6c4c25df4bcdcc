package org.throttleagent.app.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpVersion;
import org.apache.hc.core5.http.ProtocolVersion;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.support.ClassicRequestBuilder;
import org.jspecify.annotations.Nullable;

/** Apache's client, version 5. */
public final class HttpClient5Caller implements HttpCaller {
    private final CloseableHttpClient client;

    HttpClient5Caller(ClientOptions options) {
        this.client = HttpClient5Options.build(options);
    }

    @Override
    public String name() {
        return "httpclient-5";
    }

    @Override
    public Reply call(Request request) throws IOException {
        return client.execute(translate(request), HttpClient5Caller::translate);
    }

    @Override
    public void close() {
        try {
            client.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ClassicHttpRequest translate(Request request) {
        ClassicRequestBuilder builder =
                ClassicRequestBuilder.create(request.method()).setUri(request.uri());
        request.headers().forEach(builder::setHeader);
        return builder.setEntity(HttpClient5Body.of(request.body())).build();
    }

    private static Reply translate(ClassicHttpResponse response) throws IOException {
        Map<String, List<String>> headers = new HashMap<>();
        for (Header header : response.getHeaders()) {
            headers.computeIfAbsent(header.getName(), name -> new ArrayList<>()).add(header.getValue());
        }
        HttpEntity entity = response.getEntity();
        return new Reply(
                response.getCode(),
                protocol(response.getVersion()),
                headers,
                entity == null ? new byte[0] : EntityUtils.toByteArray(entity));
    }

    private static String protocol(@Nullable ProtocolVersion version) {
        return (version == null ? HttpVersion.DEFAULT : version).toString();
    }
}
