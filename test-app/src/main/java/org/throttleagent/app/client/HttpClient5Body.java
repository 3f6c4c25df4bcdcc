package org.throttleagent.app.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.AbstractHttpEntity;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.FileEntity;
import org.apache.hc.core5.http.io.entity.InputStreamEntity;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.jspecify.annotations.Nullable;

/** A stream that may be opened again, as HttpClient 5 asks for it. */
final class HttpClient5Body extends AbstractHttpEntity {
    private static final int BUFFER_BYTES = 8192;

    private final Body body;

    private HttpClient5Body(Body body) {
        super((ContentType) null, null, body.kind() == Body.Kind.CHUNKED_STREAM);
        this.body = body;
    }

    /** The body of a request, or {@code null} where there is none. */
    static @Nullable HttpEntity of(Body body) {
        switch (body.kind()) {
            case NONE:
                return null;
            case BYTES:
                return new ByteArrayEntity(body.content(), null);
            case TEXT:
                return new StringEntity(body.text(), StandardCharsets.UTF_8);
            case FILE:
                return new FileEntity(body.file().toFile(), null);
            case ONE_SHOT:
                return new InputStreamEntity(body.open(), null);
            default:
                return new HttpClient5Body(body);
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
    public void close() {
        // every stream is closed where it is read
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
