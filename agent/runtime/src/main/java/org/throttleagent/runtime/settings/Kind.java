package org.throttleagent.runtime.settings;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.throttleagent.rule.Mode;
import org.throttleagent.rule.Per;
import org.throttleagent.rule.Rate;
import org.throttleagent.rule.RequestPattern;
import org.throttleagent.rule.RetryPolicy;
import org.throttleagent.rule.TimeSpans;
import org.throttleagent.signal.HostDialect;
import org.throttleagent.signal.Unit;

/** What the values of a setting look like. */
enum Kind {
    BOOLEAN,
    ON_OFF,
    FAIL_OR_SEND,
    MODE,
    ON_CONFIG_ERROR,
    LOG_LEVEL,
    LOG_FORMAT,
    PATH,
    DURATION,
    POSITIVE_DURATION,
    SIZE,
    COUNT,
    COUNT_OR_NONE,
    ATTEMPTS,
    PATTERNS,
    RATES,
    PER,
    RETRY,
    HOSTS,
    HEADER,
    UNIT,
    TIMES;

    private static final long MAX_COUNT = 1_000_000_000L;

    /**
     * Reads a value.
     *
     * @return of the type that {@link Values} hands out
     * @throws IllegalArgumentException if it cannot be read; the message says what would be right
     */
    Object parse(String text) {
        switch (this) {
            case BOOLEAN:
                return oneOf(text, "true", "false").equals("true");
            case ON_OFF:
                return oneOf(text, "on", "off").equals("on");
            case FAIL_OR_SEND:
                return oneOf(text, "fail", "send").equals("fail");
            case MODE:
                return Mode.valueOf(oneOf(text, "enforce", "observe", "off").toUpperCase(Locale.ROOT));
            case ON_CONFIG_ERROR:
                return OnConfigError.valueOf(oneOf(text, "disable", "fail").toUpperCase(Locale.ROOT));
            case LOG_LEVEL:
                return oneOf(text, "debug", "info", "warn", "error", "off");
            case LOG_FORMAT:
                return oneOf(text, "text", "json");
            case PATH:
                return path(text);
            case DURATION:
                return TimeSpans.parseNanos(text);
            case POSITIVE_DURATION:
                return positive(TimeSpans.parseNanos(text));
            case SIZE:
                return Sizes.parseBytes(text);
            case COUNT:
                return number(text, MAX_COUNT);
            case COUNT_OR_NONE:
                return text.equals("none") ? 0L : number(text, MAX_COUNT);
            case ATTEMPTS:
                return number(text, 100);
            case PATTERNS:
                return RequestPattern.parseList(text);
            case RATES:
                return rates(text);
            case PER:
                return Per.parse(text);
            case RETRY:
                return RetryPolicy.parse(text);
            case HOSTS:
                return hosts(text);
            case HEADER:
                return header(text);
            case UNIT:
                return unit(text);
            case TIMES:
                return times(oneOf(text, "auto", "s", "ms"));
        }
        throw new AssertionError(this);
    }

    private static String oneOf(String text, String... words) {
        StringBuilder expected = new StringBuilder("expected ");
        for (int i = 0; i < words.length; i++) {
            if (words[i].equals(text)) {
                return text;
            }
            expected.append(i == 0 ? "" : i == words.length - 1 ? " or " : ", ").append(words[i]);
        }
        throw new IllegalArgumentException(expected.toString());
    }

    private static List<String> hosts(String text) {
        List<String> hosts = new ArrayList<>();
        for (String host : text.split(",", -1)) {
            hosts.add(host.trim());
        }
        HostDialect.of("", hosts); // throws for what is no host
        return Collections.unmodifiableList(hosts);
    }

    /** A token of RFC 9110 section 5.6.2. */
    private static String header(String text) {
        boolean right = !text.isEmpty() && text.length() <= 100;
        for (int i = 0; i < text.length() && right; i++) {
            char c = text.charAt(i);
            boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
            right = letter || "!#$%&'+-.^_`|~".indexOf(c) >= 0;
        }
        if (!right) {
            throw new IllegalArgumentException("expected the name of one header, as in X-Calls-Left");
        }
        return text;
    }

    private static Unit unit(String text) {
        Unit[] units = Unit.values();
        String[] words = new String[units.length];
        for (int i = 0; i < units.length; i++) {
            words[i] = units[i].word();
        }
        return Unit.valueOf(oneOf(text, words).toUpperCase(Locale.ROOT));
    }

    private static HostDialect.Times times(String text) {
        switch (text) {
            case "s":
                return HostDialect.Times.SECONDS;
            case "ms":
                return HostDialect.Times.MILLIS;
            default:
                return HostDialect.Times.AUTO;
        }
    }

    private static String path(String text) {
        if (text.isEmpty() || text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("expected a file's path");
        }
        return text;
    }

    private static long positive(long nanos) {
        if (nanos == 0) {
            throw new IllegalArgumentException("expected more than 0");
        }
        return nanos;
    }

    private static long number(String text, long most) {
        try {
            long number = Long.parseLong(text);
            if (number >= 1 && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new IllegalArgumentException("expected a whole number from 1 to " + most);
    }

    private static List<Rate> rates(String text) {
        if (text.equals("none")) {
            return Collections.emptyList();
        }
        List<Rate> rates = new ArrayList<>();
        for (String item : text.split(",", -1)) {
            rates.add(Rate.parse(item.trim()));
        }
        return Collections.unmodifiableList(rates);
    }
}
