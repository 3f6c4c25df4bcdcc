package org.throttleagent.client.httpclient5;

import java.util.Iterator;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpResponse;
import org.throttleagent.gate.ResponseHead;

/** The head of a response of HttpClient. */
final class HttpClient5ResponseHead implements ResponseHead {
    private final HttpResponse response;

    HttpClient5ResponseHead(HttpResponse response) {
        this.response = response;
    }

    @Override
    public int status() {
        return response.getCode();
    }

    @Override
    public void forEachHeader(HeaderVisitor visitor) {
        for (Iterator<Header> headers = response.headerIterator(); headers.hasNext(); ) {
            Header header = headers.next();
            String value = header.getValue();
            visitor.header(header.getName(), value == null ? "" : value);
        }
    }
}
