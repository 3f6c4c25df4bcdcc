package org.throttleagent.client.okhttp;

import okhttp3.Headers;
import okhttp3.Response;
import org.throttleagent.gate.ResponseHead;

/** The head of OkHttp's network response. */
final class OkHttpResponseHead implements ResponseHead {
    private final Response response;

    OkHttpResponseHead(Response response) {
        this.response = response;
    }

    @Override
    public int status() {
        return response.code();
    }

    @Override
    public void forEachHeader(HeaderVisitor visitor) {
        Headers headers = response.headers();
        int size = headers.size();
        for (int i = 0; i < size; i++) {
            visitor.header(headers.name(i), headers.value(i));
        }
    }
}
