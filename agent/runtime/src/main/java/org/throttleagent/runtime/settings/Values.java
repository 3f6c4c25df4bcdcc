package org.throttleagent.runtime.settings;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.throttleagent.rule.Mode;
import org.throttleagent.rule.Per;
import org.throttleagent.rule.Rate;
import org.throttleagent.rule.RequestPattern;
import org.throttleagent.rule.RetryPolicy;
import org.throttleagent.signal.HostDialect;
import org.throttleagent.signal.Unit;

/** The values of one owner (all, a rule, a client, a dialect) that could be read; handed out in the type that their kind has. */
// The casts are right because Kind.parse() is the only source of values, and each getter checks the option's kind.
final class Values {
    private final Map<Option, Object> values = new TreeMap<>();
    private final Map<Option, RawSetting> raw = new TreeMap<>();

    /** Reads a value; what cannot be read becomes an error, and counts as not set. */
    void read(Option option, RawSetting setting, List<Problem> errors) {
        raw.put(option, setting);
        try {
            values.put(option, option.kind.parse(setting.value));
        } catch (IllegalArgumentException e) {
            errors.add(Problem.unreadable(setting, String.valueOf(e.getMessage())));
        }
    }

    /** What was written, readable or not; {@code null} if nothing was. */
    @Nullable
    RawSetting raw(Option option) {
        return raw.get(option);
    }

    /** Some key that was set, for messages about all of them. */
    RawSetting anyRaw() {
        return raw.values().iterator().next();
    }

    private @Nullable Object get(Option option) {
        return values.get(option);
    }

    /** The value, or else the default, which must be readable. */
    private Object orDefault(Option option) {
        Object value = values.get(option);
        return value == null ? option.kind.parse(option.defaultText()) : value;
    }

    boolean flag(Option option) {
        return (Boolean) orDefault(option);
    }

    long number(Option option) {
        return (Long) orDefault(option);
    }

    String text(Option option) {
        return (String) orDefault(option);
    }

    Mode mode(Option option) {
        return (Mode) orDefault(option);
    }

    OnConfigError onConfigError() {
        return (OnConfigError) orDefault(Option.ON_CONFIG_ERROR);
    }

    Per per() {
        Object value = get(Option.PER);
        return value == null ? Per.DEFAULT : (Per) value;
    }

    RetryPolicy retry() {
        return (RetryPolicy) orDefault(Option.RETRY);
    }

    @SuppressWarnings("unchecked")
    List<Rate> rates() {
        return (List<Rate>) orDefault(Option.RATE);
    }

    @SuppressWarnings("unchecked")
    @Nullable
    List<RequestPattern> patterns() {
        return (List<RequestPattern>) get(Option.MATCH);
    }

    /** The hosts of a dialect, or {@code null} if none could be read. */
    @SuppressWarnings("unchecked")
    @Nullable
    List<String> hosts() {
        return (List<String>) get(Option.DIALECT_HOSTS);
    }

    /** A header's name, or {@code null} if none is set. */
    @Nullable
    String header(Option option) {
        return (String) get(option);
    }

    Unit unit() {
        return (Unit) orDefault(Option.DIALECT_UNIT);
    }

    HostDialect.Times times() {
        return (HostDialect.Times) orDefault(Option.DIALECT_TIMES);
    }

    /** The burst, or 0 for the default. */
    long burst() {
        Object value = get(Option.BURST);
        return value == null ? 0 : (Long) value;
    }

    /** Whether to fail, or {@code null} for the default. */
    @Nullable
    Boolean failOnMaxWait() {
        return (Boolean) get(Option.ON_MAX_WAIT);
    }
}
