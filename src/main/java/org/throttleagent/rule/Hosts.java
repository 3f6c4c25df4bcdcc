package org.throttleagent.rule;

import java.util.Locale;

/** Host names and ports as keys and patterns compare them. */
final class Hosts {
    private Hosts() {}

    /** Where the name itself begins: after the bracket of an IPv6 address. */
    static int start(String host) {
        return host.startsWith("[") ? 1 : 0;
    }

    /** Where the name itself ends: before the bracket of an IPv6 address or the dot of the root domain. */
    static int end(String host) {
        return host.endsWith("]") || (host.endsWith(".") && host.length() > 1) ? host.length() - 1 : host.length();
    }

    /** Lower case, without brackets and without the root's dot. */
    static String canonical(String host) {
        return host.isEmpty() ? host : host.substring(start(host), end(host)).toLowerCase(Locale.ROOT);
    }

    /** Host and port as a key shows them: the scheme's default port is left out, an IPv6 address has its brackets. */
    static String authority(String scheme, String host, int port) {
        String name = canonical(host);
        if (name.indexOf(':') >= 0) {
            name = "[" + name + "]";
        }
        return port < 0 || port == defaultPort(scheme) ? name : name + ":" + port;
    }

    static int effectivePort(String scheme, int port) {
        return port < 0 ? defaultPort(scheme) : port;
    }

    private static int defaultPort(String scheme) {
        return scheme.equalsIgnoreCase("https") ? 443 : 80;
    }

    /** The colon before the port, or -1; those within the brackets of an IPv6 address do not count. */
    static int portColon(String authority) {
        int colon = authority.lastIndexOf(':');
        return colon > authority.lastIndexOf(']') ? colon : -1;
    }

    /** A port from 1 to 65535, or 0 if it is none. */
    static int parsePort(String text) {
        if (text.isEmpty() || text.length() > 5) {
            return 0;
        }
        for (int i = 0; i < text.length(); i++) {
            if (!TimeSpans.isDigit(text.charAt(i))) {
                return 0;
            }
        }
        int port = Integer.parseInt(text);
        return port <= 65_535 ? port : 0;
    }
}
