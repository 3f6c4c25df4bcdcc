package org.throttleagent.rule;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which requests a rule matches: {@code [METHOD ][scheme://]host[:port][/path]}. What is left out matches anything: without
 * a port any port, without a scheme any scheme, without a path any path. A path is matched whole, raw and without its query;
 * {@link Glob} says what stars mean. Immutable. */
public final class RequestPattern {
    private static final String EXPECTED =
            "expected [METHOD ][scheme://]host[:port][/path], as in api.example.com, *.example.com:8443 or"
                    + " GET https://api.example.com/search/**";

    private final String text;
    private final @Nullable String method;
    private final @Nullable String scheme;
    private final Glob host;
    private final int port;
    private final @Nullable Glob path;

    private RequestPattern(
            String text, @Nullable String method, @Nullable String scheme, Glob host, int port, @Nullable Glob path) {
        this.text = text;
        this.method = method;
        this.scheme = scheme;
        this.host = host;
        this.port = port;
        this.path = path;
    }

    /**
     * Reads a comma list of patterns.
     *
     * @throws IllegalArgumentException if one is no pattern; the message says which and what would be right
     */
    public static List<RequestPattern> parseList(String text) {
        List<RequestPattern> patterns = new ArrayList<>();
        for (String item : text.split(",", -1)) {
            patterns.add(parse(item.trim()));
        }
        return Collections.unmodifiableList(patterns);
    }

    /**
     * Reads one pattern.
     *
     * @throws IllegalArgumentException if it is none; the message says what would be right
     */
    public static RequestPattern parse(String text) {
        String rest = text;
        String method = null;
        int space = rest.indexOf(' ');
        if (space >= 0) {
            method = rest.substring(0, space).toUpperCase(Locale.ROOT);
            rest = rest.substring(space + 1).trim();
            require(isLetters(method), text);
        }
        String scheme = null;
        int colons = rest.indexOf("://");
        if (colons >= 0) {
            scheme = rest.substring(0, colons).toLowerCase(Locale.ROOT);
            rest = rest.substring(colons + 3);
            require(scheme.equals("http") || scheme.equals("https"), text);
        }
        int slash = rest.indexOf('/');
        String path = slash < 0 ? null : rest.substring(slash);
        String authority = slash < 0 ? rest : rest.substring(0, slash);
        int colon = Hosts.portColon(authority);
        String host = Hosts.canonical(colon < 0 ? authority : authority.substring(0, colon));
        require(isHost(host) && (path == null || isPath(path)), text);
        int port = colon < 0 ? -1 : Hosts.parsePort(authority.substring(colon + 1));
        require(port != 0, text);
        return new RequestPattern(
                text,
                method,
                scheme,
                new Glob(host, '.', true),
                port,
                path == null ? null : new Glob(path, '/', false));
    }

    private static void require(boolean right, String text) {
        if (!right) {
            throw new IllegalArgumentException("'" + text + "' is no pattern; " + EXPECTED);
        }
    }

    private static boolean isLetters(String method) {
        for (int i = 0; i < method.length(); i++) {
            char c = method.charAt(i);
            if (!(c >= 'A' && c <= 'Z') && c != '-') {
                return false;
            }
        }
        return !method.isEmpty();
    }

    /** ASCII only, as on the wire: an international name has its {@code xn--} form. */
    private static boolean isHost(String host) {
        for (int i = 0; i < host.length(); i++) {
            char c = host.charAt(i);
            if (!(c >= 'a' && c <= 'z') && !TimeSpans.isDigit(c) && "-._*:%".indexOf(c) < 0) {
                return false;
            }
        }
        return !host.isEmpty() && !host.startsWith(".") && !host.contains("..");
    }

    private static boolean isPath(String path) {
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c <= ' ' || c > '~' || c == '?' || c == '#') {
                return false;
            }
        }
        return true;
    }

    /** Whether the request matches. Allocates nothing. */
    boolean matches(RequestFacts request) {
        return (port < 0 || port == Hosts.effectivePort(request.scheme(), request.port()))
                && matchesHost(request.host())
                && (scheme == null || scheme.equalsIgnoreCase(request.scheme()))
                && (method == null || method.equals(request.method()))
                && matchesPath(request.path());
    }

    private boolean matchesHost(String name) {
        return host.matches(name, Hosts.start(name), Hosts.end(name));
    }

    private boolean matchesPath(String requestPath) {
        if (path == null) {
            return true;
        }
        return requestPath.isEmpty() ? path.matches("/", 0, 1) : path.matches(requestPath, 0, requestPath.length());
    }

    /** Negative if this is more specific than the other; the package's documentation has the order. */
    int compareSpecificity(RequestPattern other) {
        int order = compare(host, other.host);
        if (order == 0) {
            order = compare(path, other.path);
        }
        if (order == 0) {
            order = Boolean.compare(other.port >= 0, port >= 0);
        }
        if (order == 0) {
            order = Boolean.compare(other.method != null, method != null);
        }
        if (order == 0) {
            order = Boolean.compare(other.scheme != null, scheme != null);
        }
        return order;
    }

    /** More literal characters first, then fewer stars. */
    private static int compare(@Nullable Glob one, @Nullable Glob other) {
        int order = Integer.compare(other == null ? 0 : other.literals(), one == null ? 0 : one.literals());
        return order != 0
                ? order
                : Integer.compare(
                        one == null ? Integer.MAX_VALUE : one.wildcards(),
                        other == null ? Integer.MAX_VALUE : other.wildcards());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RequestPattern && ((RequestPattern) other).text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
