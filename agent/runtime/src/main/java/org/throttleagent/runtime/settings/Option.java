package org.throttleagent.runtime.settings;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Every setting there is: its key, what its values look like, its default, and what it means. */
public enum Option {
    ENABLED(Scope.GLOBAL, "enabled", Kind.BOOLEAN, "true", "`false`: the agent weaves nothing"),
    MODE(
            Scope.GLOBAL,
            "mode",
            Kind.MODE,
            "enforce",
            "`observe`: decide and log, but never delay and never retry; `off`: release all who wait, do nothing"),
    CONFIG_FILE(Scope.GLOBAL, "config.file", Kind.PATH, "none", "a properties file (UTF-8) with these keys"),
    ON_CONFIG_ERROR(
            Scope.GLOBAL,
            "on-config-error",
            Kind.ON_CONFIG_ERROR,
            "disable",
            "what to do when a value cannot be read: `disable`: list every error on stderr and run without the agent;"
                    + " `fail`: exit with status 78 before main"),
    MAX_SIGNAL(
            Scope.GLOBAL,
            "max-signal",
            Kind.POSITIVE_DURATION,
            "1h",
            "the longest wait that is believed of what a server says"),
    LOG_LEVEL(Scope.GLOBAL, "log.level", Kind.LOG_LEVEL, "info", "`debug`, `info`, `warn`, `error` or `off`"),
    LOG_FILE(Scope.GLOBAL, "log.file", Kind.PATH, "stderr", "where the throttle log goes: `stderr`, or a file"),
    LOG_FILE_SIZE(
            Scope.GLOBAL,
            "log.file.size",
            Kind.SIZE,
            "50MB",
            "the size at which the log file is renamed to `FILE.1`, of which one is kept"),
    LOG_FORMAT(Scope.GLOBAL, "log.format", Kind.LOG_FORMAT, "text", "`text`: logfmt; `json`: one object a line"),

    MATCH(
            Scope.NAMED_RULE,
            "match",
            Kind.PATTERNS,
            "none; every rule needs it",
            "the requests the rule is for, as a comma list of `[METHOD ][scheme://]host[:port][/path]`; the most specific"
                    + " rule wins"),
    RATE(
            Scope.RULE,
            "rate",
            Kind.RATES,
            "none",
            "requests per period: `10/s`, `100/15m`, `5000/h`, `0.5/s`; several windows by comma, all of which hold"),
    BURST(
            Scope.RULE,
            "burst",
            Kind.COUNT,
            "1; for windows of a minute or more 10 % of the rate",
            "requests that may go at once after idleness; no window ever holds more than its rate, burst included"),
    PER(
            Scope.RULE,
            "per",
            Kind.PER,
            "host",
            "what shares one limit, as a comma list of `host`, `credential`, `rule`, `method`, `header:NAME`, `segment:N`"),
    MAX_WAIT(Scope.RULE, "max-wait", Kind.DURATION, "60s", "the longest delay added to one request, retries included"),
    ON_MAX_WAIT(
            Scope.RULE,
            "on-max-wait",
            Kind.FAIL_OR_SEND,
            "fail where the rule sets a rate, else send",
            "what becomes of a request whose wait does not fit: `fail`: an IOException that says why; `send`: it goes"),
    HEADERS(Scope.RULE, "headers", Kind.ON_OFF, "on", "`off`: what the server says about its limits is ignored"),
    RETRY(
            Scope.RULE,
            "retry",
            Kind.RETRY,
            "refused,503",
            "the answers after which a request is sent again, if that is safe: `refused` (for its rate), statuses, or `off`"),
    RETRY_MAX_ATTEMPTS(Scope.RULE, "retry.max-attempts", Kind.ATTEMPTS, "5", "attempts in all, 1 to 100"),
    MAX_CONCURRENT(Scope.RULE, "max-concurrent", Kind.COUNT_OR_NONE, "none", "requests in flight at a time"),
    RULE_MODE(
            Scope.NAMED_RULE,
            "mode",
            Kind.MODE,
            "enforce",
            "`enforce`, `observe` or `off` for this rule; `throttle.mode` may restrain it further"),

    CLIENT_ENABLED(Scope.CLIENT, "enabled", Kind.BOOLEAN, "true", "`false`: that HTTP client is not woven"),

    DIALECT_HOSTS(
            Scope.DIALECT,
            "hosts",
            Kind.HOSTS,
            "none; every dialect needs it",
            "the hosts that write these headers, as a comma list: `api.example.com`, `*.example.com`, `**.example.com`"),
    DIALECT_LIMIT(Scope.DIALECT, "limit", Kind.HEADER, "none", "the header that tells how much a window allows in all"),
    DIALECT_REMAINING(Scope.DIALECT, "remaining", Kind.HEADER, "none", "the header that tells how much is left"),
    DIALECT_USED(
            Scope.DIALECT,
            "used",
            Kind.HEADER,
            "none",
            "the header that tells how much is used; with `limit` it tells what is left"),
    DIALECT_RESET(Scope.DIALECT, "reset", Kind.HEADER, "none", "the header that tells when the window begins anew"),
    DIALECT_WAIT(Scope.DIALECT, "wait", Kind.HEADER, "none", "the header that tells how long to wait after a refusal"),
    DIALECT_WINDOW(
            Scope.DIALECT,
            "window",
            Kind.HEADER,
            "none",
            "the header that tells how long the window is, in seconds or as `1m`"),
    DIALECT_BUCKET(
            Scope.DIALECT,
            "bucket",
            Kind.HEADER,
            "none",
            "the header that names the limit that the request fell under"),
    DIALECT_UNIT(
            Scope.DIALECT,
            "unit",
            Kind.UNIT,
            "requests",
            "what the numbers count: `requests`, `tokens`, `points`, `bytes`, `concurrent`, `percent`, `errors` or `time`;"
                    + " only requests are paced by what is left, of all others nothing left closes the key"),
    DIALECT_TIMES(
            Scope.DIALECT,
            "times",
            Kind.TIMES,
            "auto",
            "how the numbers of `reset` and `wait` are meant: `s` or `ms` from now; `auto`: their magnitude tells");

    /** What an option belongs to. */
    enum Scope {
        /** Everything: {@code throttle.X}. */
        GLOBAL(""),
        /** A rule, {@code throttle.rule.NAME.X}, or the requests that no rule matches, {@code throttle.X}. */
        RULE(RULE_PREFIX),
        /** A rule only. */
        NAMED_RULE(RULE_PREFIX),
        /** An HTTP client: {@code throttle.client.ID.X}. */
        CLIENT(CLIENT_PREFIX),
        /** A dialect of the user's own: {@code throttle.dialect.NAME.X}. */
        DIALECT(DIALECT_PREFIX);

        /** What keys with a name begin with; empty if there are none. */
        final String prefix;

        Scope(String prefix) {
            this.prefix = prefix;
        }
    }

    static final String PREFIX = "throttle.";
    static final String RULE_PREFIX = "throttle.rule.";
    static final String CLIENT_PREFIX = "throttle.client.";
    static final String DIALECT_PREFIX = "throttle.dialect.";

    final Scope scope;
    final String suffix;
    final Kind kind;
    private final String defaultText;
    private final String meaning;

    Option(Scope scope, String suffix, Kind kind, String defaultText, String meaning) {
        this.scope = scope;
        this.suffix = suffix;
        this.kind = kind;
        this.defaultText = defaultText;
        this.meaning = meaning;
    }

    /**
     * The key.
     *
     * @param name the name of the rule, client or dialect; {@code null} for a global option, or for the requests that no rule matches
     */
    String key(@Nullable String name) {
        if (name == null) {
            return PREFIX + suffix;
        }
        return scope.prefix + name + "." + suffix;
    }

    /** Whether {@code throttle.X} is a key. */
    boolean withoutName() {
        return scope == Scope.GLOBAL || scope == Scope.RULE;
    }

    /** Whether it says something about requests. */
    boolean ofRule() {
        return scope == Scope.RULE || scope == Scope.NAMED_RULE;
    }

    /** How the environment writes what comes before a name, without the prefix of all: {@code RULE_}; empty if no name does. */
    String variablePrefix() {
        switch (scope) {
            case GLOBAL:
                return "";
            case CLIENT:
                return "CLIENT_";
            case DIALECT:
                return "DIALECT_";
            default:
                return "RULE_";
        }
    }

    /** How the environment writes it: {@code MAX_WAIT}. */
    String variableSuffix() {
        return suffix.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
    }

    /** The default, as people read it. */
    public String defaultText() {
        return defaultText;
    }

    /** One sentence, in Markdown. */
    public String meaning() {
        return meaning;
    }

    /** The key as documentation writes it, with {@code NAME} or {@code ID} for a name, and what it is without one. */
    public String documentedKey() {
        switch (scope) {
            case GLOBAL:
                return "`" + key(null) + "`";
            case CLIENT:
                return "`" + key("ID") + "`";
            case RULE:
                return "`" + key("NAME") + "`, `" + key(null) + "`";
            default:
                return "`" + key("NAME") + "`";
        }
    }
}
