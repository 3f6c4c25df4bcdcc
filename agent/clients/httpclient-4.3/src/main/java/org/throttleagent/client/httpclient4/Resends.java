package org.throttleagent.client.httpclient4;

import java.io.IOException;
import java.io.InputStream;
import org.apache.http.HttpEntity;
import org.apache.http.HttpEntityEnclosingRequest;
import org.apache.http.HttpRequest;
import org.apache.http.HttpResponse;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.jspecify.annotations.Nullable;

/** Has refused requests sent again, and keeps an application's own strategy from doing the same on top. */
final class Resends {
    /** What is read of a refusal so that its connection can be kept; a longer one costs the connection. */
    private static final int MOST_READ_BYTES = 64 * 1024;

    private static final int BUFFER_BYTES = 4 * 1024;

    private final Frames frames;

    Resends(Frames frames) {
        this.frames = frames;
    }

    /** A request comes to where its headers and body are completed. */
    void begin(HttpRequest request) {
        Frame frame = frames.top();
        if (frame != null) {
            frame.headers = request.getAllHeaders();
            frame.entity = entity(request);
        }
    }

    /** Whether that is to be done again; then the request is as it was, and the response is gone. */
    boolean again(HttpRequest request, CloseableHttpResponse response) {
        Frame frame = frames.top();
        if (frame == null || frame.headers == null || !isResent(frame, response)) {
            return false;
        }
        request.setHeaders(frame.headers);
        if (request instanceof HttpEntityEnclosingRequest) {
            ((HttpEntityEnclosingRequest) request).setEntity(frame.entity);
        }
        return true;
    }

    /** Whether a minimal client's call is to be done again; if not, it is over. */
    boolean minimalAgain(Object client, @Nullable CloseableHttpResponse response) {
        boolean again = false;
        try {
            Frame frame = frames.top();
            again = frame != null && frame.client == client && response != null && isResent(frame, response);
        } finally {
            if (!again) {
                frames.end(client);
            }
        }
        return again;
    }

    private static boolean isResent(Frame frame, CloseableHttpResponse response) {
        boolean again = frame.takeAnswer(response.getStatusLine().getStatusCode()) && frame.call.resend();
        if (again) {
            frame.resends++;
            discard(response);
        }
        return again;
    }

    /** Whether the client is kept from sending again by itself what the agent has sent again, or holds back. */
    boolean instead(HttpResponse response) {
        Frame frame = frames.top();
        Attempt attempt = frame == null ? null : frame.attempt;
        return frame != null
                && attempt != null
                && attempt.sent
                && (frame.resends > 0 || frame.call.mustWait(attempt.request));
    }

    private static @Nullable HttpEntity entity(HttpRequest request) {
        return request instanceof HttpEntityEnclosingRequest
                ? ((HttpEntityEnclosingRequest) request).getEntity()
                : null;
    }

    private static void discard(CloseableHttpResponse response) {
        try (CloseableHttpResponse closing = response) {
            HttpEntity entity = closing.getEntity();
            InputStream in = entity == null ? null : entity.getContent();
            if (in != null && endsSoon(in)) {
                in.close(); // gives the connection back, where the end that was seen is that of a compressed body
            }
        } catch (IOException | RuntimeException e) {
            // the connection is of no more use; the next attempt has another
        }
    }

    private static boolean endsSoon(InputStream in) throws IOException {
        byte[] buffer = new byte[BUFFER_BYTES];
        int read = 0;
        while (read < MOST_READ_BYTES) {
            int count = in.read(buffer);
            if (count < 0) {
                return true;
            }
            read += count;
        }
        return false;
    }
}
