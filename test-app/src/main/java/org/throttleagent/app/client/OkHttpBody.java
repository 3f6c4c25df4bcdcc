package org.throttleagent.app.client;

import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;
import okio.Okio;
import okio.Source;
import org.jspecify.annotations.Nullable;

/** A streamed body as OkHttp asks for it. */
final class OkHttpBody extends RequestBody {
    private final Body body;

    private OkHttpBody(Body body) {
        this.body = body;
    }

    /** The body of a request, or {@code null} where OkHttp must not be given one. */
    static @Nullable RequestBody of(Request request) {
        Body body = request.body();
        switch (body.kind()) {
            case NONE:
                return null;
            case BYTES:
            case TEXT:
            case FILE:
                return whole(body);
            default:
                return new OkHttpBody(body);
        }
    }

    /** By the older methods, which all versions have. */
    @SuppressWarnings("deprecation")
    private static RequestBody whole(Body body) {
        MediaType none = null;
        switch (body.kind()) {
            case TEXT:
                return RequestBody.create(none, body.text());
            case FILE:
                return RequestBody.create(none, body.file().toFile());
            default:
                return RequestBody.create(none, body.content());
        }
    }

    @Override
    public @Nullable MediaType contentType() {
        return null;
    }

    @Override
    public long contentLength() {
        return body.kind() == Body.Kind.SIZED_STREAM ? body.length() : -1;
    }

    @Override
    public boolean isOneShot() {
        return body.kind() == Body.Kind.ONE_SHOT;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
        try (Source source = Okio.source(body.open())) {
            sink.writeAll(source);
        }
    }
}
