package org.throttleagent.app.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.apache.http.HttpEntity;
import org.apache.http.entity.AbstractHttpEntity;
import org.apache.http.entity.ByteArrayEntity;
import org.apache.http.entity.FileEntity;
import org.apache.http.entity.InputStreamEntity;
import org.apache.http.entity.StringEntity;
import org.jspecify.annotations.Nullable;

/** A stream that may be opened again, as HttpClient 4 asks for it. */
final class HttpClient4Body extends AbstractHttpEntity {
    private static final int BUFFER_BYTES = 8192;

    private final Body body;

    private HttpClient4Body(Body body) {
        this.body = body;
        setChunked(body.kind() == Body.Kind.CHUNKED_STREAM);
    }

    /** The body of a request, or {@code null} where there is none. */
    static @Nullable HttpEntity of(Body body) {
        switch (body.kind()) {
            case NONE:
                return null;
            case BYTES:
                return new ByteArrayEntity(body.content());
            case TEXT:
                return new StringEntity(body.text(), StandardCharsets.UTF_8);
            case FILE:
                return new FileEntity(body.file().toFile());
            case ONE_SHOT:
                return new InputStreamEntity(body.open(), -1);
            default:
                return new HttpClient4Body(body);
        }
    }

    @Override
    public boolean isRepeatable() {
        return true;
    }

    @Override
    public boolean isStreaming() {
        return true;
    }

    @Override
    public long getContentLength() {
        return isChunked() ? -1 : body.length();
    }

    @Override
    public InputStream getContent() {
        return body.open();
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        byte[] buffer = new byte[BUFFER_BYTES];
        try (InputStream in = body.open()) {
            int count;
            while ((count = in.read(buffer)) >= 0) {
                out.write(buffer, 0, count);
            }
        }
    }
}
