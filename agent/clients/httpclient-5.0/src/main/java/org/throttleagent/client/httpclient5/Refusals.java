package org.throttleagent.client.httpclient5;

import java.io.IOException;
import java.io.InputStream;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;

/** Makes away with a response that nobody will see. */
final class Refusals {
    /** What is read of one to keep its connection; past it a new connection is cheaper. */
    private static final int MOST_BYTES = 64 * 1024;

    private Refusals() {}

    static void discard(ClassicHttpResponse response) {
        try {
            HttpEntity entity = response.getEntity();
            if (entity != null && entity.isStreaming()) {
                drain(entity);
            }
        } catch (IOException | RuntimeException e) {
            // the connection is of no more use
        }
        try {
            response.close();
        } catch (IOException | RuntimeException e) {
            // nor is it now
        }
    }

    private static void drain(HttpEntity entity) throws IOException {
        InputStream content = entity.getContent();
        byte[] buffer = new byte[4096];
        int left = MOST_BYTES;
        while (content != null && left > 0) {
            int read = content.read(buffer);
            if (read < 0) {
                content.close();
                return;
            }
            left -= read;
        }
    }
}
