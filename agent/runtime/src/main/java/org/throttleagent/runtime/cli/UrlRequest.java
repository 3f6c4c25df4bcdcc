package org.throttleagent.runtime.cli;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.throttleagent.rule.RequestFacts;

/** A request to a URL as the command line gives it: {@code [METHOD ]URL}, without headers. Immutable. */
final class UrlRequest implements RequestFacts {
    private final String text;
    private final String method;
    private final URI uri;
    private final String host;

    private UrlRequest(String text, String method, URI uri, String host) {
        this.text = text;
        this.method = method;
        this.uri = uri;
        this.host = host;
    }

    static UrlRequest parse(String text) throws UsageException {
        int space = text.indexOf(' ');
        String method = space < 0 ? "GET" : text.substring(0, space).toUpperCase(Locale.ROOT);
        try {
            URI uri = new URI(text.substring(space + 1).trim());
            String host = uri.getHost();
            if (host != null
                    && ("http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme()))) {
                return new UrlRequest(text, method, uri, host);
            }
        } catch (URISyntaxException e) {
            // said below
        }
        throw new UsageException("'" + text + "' is no URL; expected http://... or https://..., or 'POST https://...'");
    }

    /** The URL without the method. */
    String url() {
        return uri.toString();
    }

    @Override
    public String method() {
        return method;
    }

    @Override
    public String scheme() {
        return uri.getScheme().toLowerCase(Locale.ROOT);
    }

    @Override
    public String host() {
        return host;
    }

    @Override
    public int port() {
        return uri.getPort();
    }

    @Override
    public String path() {
        return uri.getRawPath();
    }

    @Override
    public @Nullable String header(String name) {
        return null;
    }

    @Override
    public long timeoutNanos() {
        return 0;
    }

    @Override
    public boolean repeatable() {
        return true;
    }

    @Override
    public String toString() {
        return text;
    }
}
