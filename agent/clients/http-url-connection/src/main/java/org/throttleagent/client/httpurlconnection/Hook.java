package org.throttleagent.client.httpurlconnection;

import java.util.Locale;

/** The places in {@code HttpURLConnection} where woven code asks the adapter. */
enum Hook {
    CONNECT,
    WRITE,
    WRITTEN,
    WIRE,
    PARSE,
    PARSED,
    AGAIN,
    DISCONNECT;

    /** The name that the advice uses. */
    final String fullName = "http-url-connection/" + name().toLowerCase(Locale.ROOT);
}
