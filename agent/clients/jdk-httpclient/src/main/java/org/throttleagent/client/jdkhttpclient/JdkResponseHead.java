package org.throttleagent.client.jdkhttpclient;

import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Map;
import org.throttleagent.gate.ResponseHead;

/** The head of a response of java.net.http. */
final class JdkResponseHead implements ResponseHead {
    private final int status;
    private final HttpHeaders headers;

    JdkResponseHead(int status, HttpHeaders headers) {
        this.status = status;
        this.headers = headers;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public void forEachHeader(HeaderVisitor visitor) {
        for (Map.Entry<String, List<String>> field : headers.map().entrySet()) {
            for (String value : field.getValue()) {
                visitor.header(field.getKey(), value);
            }
        }
    }
}
