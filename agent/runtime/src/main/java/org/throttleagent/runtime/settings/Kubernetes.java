package org.throttleagent.runtime.settings;

/**
 * Tells the variables that Kubernetes gives to every container for a service whose name begins with {@code throttle}: {@code
 * THROTTLE_SERVICE_HOST}, {@code THROTTLE_SERVICE_PORT_HTTP}, {@code THROTTLE_PORT}, {@code THROTTLE_PORT_80_TCP_ADDR}.
 *
 * <p>Source: Kubernetes documentation, Service, "Discovering services: environment variables".
 */
final class Kubernetes {
    private Kubernetes() {}

    static boolean injects(String variable) {
        return variable.endsWith("_SERVICE_HOST")
                || variable.endsWith("_SERVICE_PORT")
                || variable.contains("_SERVICE_PORT_")
                || variable.endsWith("_PORT")
                || isPortLink(variable);
    }

    /** {@code ..._PORT_80_TCP}, alone or with what follows. */
    private static boolean isPortLink(String variable) {
        int at = variable.indexOf("_PORT_");
        int end = at < 0 ? -1 : at + "_PORT_".length();
        int digits = end;
        while (end >= 0 && end < variable.length() && Character.isDigit(variable.charAt(end))) {
            end++;
        }
        return end > digits
                && (variable.startsWith("_TCP", end)
                        || variable.startsWith("_UDP", end)
                        || variable.startsWith("_SCTP", end));
    }
}
