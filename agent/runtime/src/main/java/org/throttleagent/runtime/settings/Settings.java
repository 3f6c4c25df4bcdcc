package org.throttleagent.runtime.settings;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.throttleagent.rule.Rule;
import org.throttleagent.rule.RuleSet;
import org.throttleagent.signal.HostDialect;

/** All settings, read and checked. Immutable. */
public final class Settings {
    private final Values global;
    private final Map<String, Values> clients;
    private final RuleSet ruleSet;

    private final List<HostDialect> dialects;

    private Settings(Values global, Map<String, Values> clients, RuleSet ruleSet, List<HostDialect> dialects) {
        this.global = global;
        this.clients = clients;
        this.ruleSet = ruleSet;
        this.dialects = dialects;
    }

    /** Reads all sources anew. Never throws for what they say. */
    public static Loaded load(Sources sources) {
        Collector found = new Collector();
        Owners owners = new Owners();
        for (RawSetting setting : found.collect(sources).values()) {
            OptionKey key = OptionKey.of(setting.key);
            if (key != null) {
                owners.of(key).read(key.option, setting, found.errors);
            }
        }
        RuleReader reader = new RuleReader(found.errors, found.warnings);
        Rule defaults = reader.defaults(owners.global);
        List<Rule> named = new ArrayList<>();
        for (Map.Entry<String, Values> rule : owners.rules.entrySet()) {
            named.add(reader.named(rule.getKey(), rule.getValue()));
        }
        List<HostDialect> dialects = new ArrayList<>();
        for (Map.Entry<String, Values> dialect : owners.dialects.entrySet()) {
            HostDialect read = DialectReader.read(dialect.getKey(), dialect.getValue(), found.errors);
            if (read != null) {
                dialects.add(read);
            }
        }
        RuleSet ruleSet = found.errors.isEmpty() ? RuleSet.of(owners.global.mode(Option.MODE), defaults, named) : null;
        Settings settings = ruleSet == null ? null : new Settings(owners.global, owners.clients, ruleSet, dialects);
        return new Loaded(settings, found, owners);
    }

    /** Whether the agent weaves at all. */
    public boolean enabled() {
        return global.flag(Option.ENABLED);
    }

    /** What to do when settings cannot be read. */
    public OnConfigError onConfigError() {
        return global.onConfigError();
    }

    /** The rules, and the global mode. */
    public RuleSet ruleSet() {
        return ruleSet;
    }

    /** What the user says of servers whose headers nobody else knows. */
    public List<HostDialect> dialects() {
        return Collections.unmodifiableList(dialects);
    }

    /** Whether a client is woven. */
    public boolean clientEnabled(String id) {
        Values client = clients.get(id);
        return client == null || client.flag(Option.CLIENT_ENABLED);
    }

    /** The longest wait in nanoseconds that is believed of what a server says; above 0. */
    public long maxSignalNanos() {
        return global.number(Option.MAX_SIGNAL);
    }

    /** {@code debug}, {@code info}, {@code warn}, {@code error} or {@code off}. */
    public String logLevel() {
        return global.text(Option.LOG_LEVEL);
    }

    /** The log file's path, or {@code null} for stderr. */
    public @Nullable String logFile() {
        String path = global.text(Option.LOG_FILE);
        return path.equals(Option.LOG_FILE.defaultText()) ? null : path;
    }

    /** The size in bytes at which the log file is renamed. */
    public long logFileBytes() {
        return global.number(Option.LOG_FILE_SIZE);
    }

    /** Whether the log is one JSON object a line; else it is logfmt. */
    public boolean logJson() {
        return global.text(Option.LOG_FORMAT).equals("json");
    }

    /** The path of the settings file, or {@code null} if there is none. */
    public @Nullable String configFile() {
        String path = global.text(Option.CONFIG_FILE);
        return path.equals(Option.CONFIG_FILE.defaultText()) ? null : path;
    }
}
