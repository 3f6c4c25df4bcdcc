package org.throttleagent.runtime.settings;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throttleagent.signal.HostDialect;

/** Makes a dialect of what was set for it, and finds what does not fit together. */
final class DialectReader {
    private DialectReader() {}

    /** The dialect; {@code null} if something is wrong with it, which has become an error. */
    static @Nullable HostDialect read(String name, Values values, List<Problem> errors) {
        RawSetting any = values.anyRaw();
        if (values.raw(Option.DIALECT_HOSTS) == null) {
            errors.add(Problem.about(
                    Option.DIALECT_HOSTS.key(name),
                    any.origin,
                    "missing: dialect " + name + " has " + any.key + " but is of no host"));
        }
        if (!hasField(values)) {
            errors.add(Problem.about(
                    Option.DIALECT_REMAINING.key(name),
                    any.origin,
                    "missing: dialect " + name
                            + " names no header; expected one of limit, remaining, used, reset, wait,"
                            + " window, bucket"));
        }
        List<String> hosts = values.hosts();
        if (hosts == null) {
            return null;
        }
        HostDialect.Builder builder = HostDialect.of(name, hosts).unit(values.unit());
        addCounts(builder, values);
        String reset = values.header(Option.DIALECT_RESET);
        String wait = values.header(Option.DIALECT_WAIT);
        if (reset != null) {
            builder.reset(reset, values.times());
        }
        if (wait != null) {
            builder.delay(wait, values.times());
        }
        return builder.build();
    }

    private static boolean hasField(Values values) {
        for (Option option : Option.values()) {
            if (option.kind == Kind.HEADER && values.raw(option) != null) {
                return true;
            }
        }
        return false;
    }

    private static void addCounts(HostDialect.Builder builder, Values values) {
        String limit = values.header(Option.DIALECT_LIMIT);
        String remaining = values.header(Option.DIALECT_REMAINING);
        String used = values.header(Option.DIALECT_USED);
        String window = values.header(Option.DIALECT_WINDOW);
        String bucket = values.header(Option.DIALECT_BUCKET);
        if (limit != null) {
            builder.limit(limit);
        }
        if (remaining != null) {
            builder.remaining(remaining);
        }
        if (used != null) {
            builder.used(used);
        }
        if (window != null) {
            builder.window(window);
        }
        if (bucket != null) {
            builder.bucket(bucket);
        }
    }
}
