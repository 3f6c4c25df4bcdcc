package jdk.internal.net.http;

import java.net.http.HttpHeaders;

/**
 * Stands for the JDK's own class of this name, so that advice can be compiled against it; it is not packed. Advice runs inside
 * the JDK's class of the same package, where these methods can be called. Reflection or method handles would cost the first
 * request several milliseconds.
 */
public class Response {
    /** The status code. */
    public native int statusCode();

    /** The header fields. */
    public native HttpHeaders headers();
}
