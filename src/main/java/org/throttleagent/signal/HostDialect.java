package org.throttleagent.signal;

import java.util.ArrayList;
import java.util.List;

/** A dialect that a user describes, for some hosts. Immutable. */
public final class HostDialect {
    /** How the numbers of resets and delays are meant. */
    public enum Times {
        /** Magnitude and shape tell. */
        AUTO,
        /** Seconds from now. */
        SECONDS,
        /** Milliseconds from now. */
        MILLIS
    }

    private final List<String> names;
    private final List<HeaderField> fields;

    private HostDialect(Builder builder) {
        this.names = builder.names;
        this.fields = builder.fields;
    }

    /**
     * A dialect of some hosts.
     *
     * @param hosts {@code api.example.com}, {@code *.example.com} for the names one label below, {@code **.example.com} for
     *     the domain and all below
     * @throws IllegalArgumentException if one is no host; the message says which and what would be right
     */
    public static Builder of(String name, List<String> hosts) {
        return new Builder(name, hosts(hosts));
    }

    /** The table of several. */
    static Dialects table(List<HostDialect> dialects) {
        Dialects table = new Dialects();
        for (HostDialect each : dialects) {
            for (int i = 0; i < each.names.size(); i++) {
                table.addField(each.names.get(i), each.fields.get(i));
            }
        }
        return table;
    }

    private static List<HostPattern> hosts(List<String> hosts) {
        List<HostPattern> patterns = new ArrayList<>();
        for (String host : hosts) {
            patterns.add(HostPattern.parse(host));
        }
        return patterns;
    }

    /** Collects what a dialect says. Header names are in any case. */
    public static final class Builder {
        private final Dialect dialect;
        private final List<String> names = new ArrayList<>();
        private final List<HeaderField> fields = new ArrayList<>();

        private Builder(String name, List<HostPattern> hosts) {
            dialect = new Dialect(name);
            dialect.hosts = hosts;
        }

        /** What its numbers count. */
        public Builder unit(Unit unit) {
            dialect.unit = unit;
            return this;
        }

        /** The field that tells how much a window allows in all. */
        public Builder limit(String header) {
            return add(header, Role.LIMIT, Grammar.COUNT);
        }

        /** The field that tells how much is left. */
        public Builder remaining(String header) {
            return add(header, Role.REMAINING, Grammar.COUNT);
        }

        /** The field that tells how much is used. */
        public Builder used(String header) {
            return add(header, Role.USED, Grammar.COUNT);
        }

        /** The field that tells when the window begins anew. */
        public Builder reset(String header, Times times) {
            return add(header, Role.RESET, grammar(times, Grammar.WHEN));
        }

        /** The field that tells how long to wait. */
        public Builder delay(String header, Times times) {
            return add(header, Role.WAIT, grammar(times, Grammar.DELAY));
        }

        /** The field that tells how long the window is, in seconds or in words. */
        public Builder window(String header) {
            return add(header, Role.WINDOW, Grammar.PERIOD);
        }

        /** The field that names the limit that the request fell under. */
        public Builder bucket(String header) {
            return add(header, Role.BUCKET, Grammar.TEXT);
        }

        /** The dialect. */
        public HostDialect build() {
            return new HostDialect(this);
        }

        private static Grammar grammar(Times times, Grammar byItself) {
            switch (times) {
                case SECONDS:
                    return Grammar.SECONDS;
                case MILLIS:
                    return Grammar.MILLIS;
                default:
                    return byItself;
            }
        }

        private Builder add(String header, Role role, Grammar grammar) {
            names.add(Ascii.lower(header));
            fields.add(new HeaderField(dialect, role, grammar, "", ""));
            return this;
        }
    }
}
