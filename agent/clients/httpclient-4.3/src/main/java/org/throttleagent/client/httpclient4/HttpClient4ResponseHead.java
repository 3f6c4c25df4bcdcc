package org.throttleagent.client.httpclient4;

import org.apache.http.Header;
import org.apache.http.HttpResponse;
import org.throttleagent.gate.ResponseHead;

/** The head of HttpClient's response. */
final class HttpClient4ResponseHead implements ResponseHead {
    private final HttpResponse response;

    HttpClient4ResponseHead(HttpResponse response) {
        this.response = response;
    }

    @Override
    public int status() {
        return response.getStatusLine().getStatusCode();
    }

    @Override
    public void forEachHeader(HeaderVisitor visitor) {
        for (Header header : response.getAllHeaders()) {
            String value = header.getValue();
            if (value != null) {
                visitor.header(header.getName(), value);
            }
        }
    }
}
