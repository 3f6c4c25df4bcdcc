package org.throttleagent.app.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.http.Header;
import org.apache.http.HttpEntity;
import org.apache.http.HttpResponse;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.HttpUriRequest;
import org.apache.http.client.methods.RequestBuilder;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.util.EntityUtils;

/** Apache's client, version 4. */
public final class HttpClient4Caller implements HttpCaller {
    private final CloseableHttpClient client;

    HttpClient4Caller(ClientOptions options) {
        this.client = HttpClient4Options.build(options);
    }

    @Override
    public String name() {
        return "httpclient-4";
    }

    @Override
    public Reply call(Request request) throws IOException {
        try (CloseableHttpResponse response = client.execute(translate(request))) {
            return translate(response);
        }
    }

    @Override
    public void close() {
        try {
            client.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HttpUriRequest translate(Request request) {
        HttpUriRequest translated = RequestBuilder.create(request.method())
                .setUri(request.uri())
                .setEntity(HttpClient4Body.of(request.body()))
                .build();
        request.headers().forEach(translated::setHeader);
        return translated;
    }

    private static Reply translate(HttpResponse response) throws IOException {
        Map<String, List<String>> headers = new HashMap<>();
        for (Header header : response.getAllHeaders()) {
            headers.computeIfAbsent(header.getName(), name -> new ArrayList<>()).add(header.getValue());
        }
        HttpEntity entity = response.getEntity();
        return new Reply(
                response.getStatusLine().getStatusCode(),
                response.getProtocolVersion().toString(),
                headers,
                entity == null ? new byte[0] : EntityUtils.toByteArray(entity));
    }
}
