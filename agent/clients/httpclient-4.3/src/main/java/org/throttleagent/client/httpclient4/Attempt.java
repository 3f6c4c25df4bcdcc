package org.throttleagent.client.httpclient4;

import org.apache.http.HttpRequest;

/** One passage through the lower end of the chain: one request on the wire, and one more for each leg of authentication. */
final class Attempt {
    /** What goes out, by identity: a CONNECT that goes before it is another. */
    final HttpRequest wire;

    final HttpClient4Request request;

    /** Whether it has gone out at least once. */
    boolean sent;

    /** Whether anything has passed the hook on the wire: then what did not pass there was not sent. */
    boolean seenOnWire;

    Attempt(HttpRequest wire, HttpClient4Request request) {
        this.wire = wire;
        this.request = request;
    }
}
