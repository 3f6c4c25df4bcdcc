package org.throttleagent.runtime.settings;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads all sources in their order of precedence, and keeps for each known key what counts. Used once, by one thread. */
final class Collector {
    private static final String VARIABLE_PREFIX = "THROTTLE_";
    /** Properties for the agent's own tests; they are no settings. */
    private static final String TEST_PREFIX = "throttle.test.";

    final List<Problem> errors = new ArrayList<>();
    final List<Problem> warnings = new ArrayList<>();
    final List<Problem> ignored = new ArrayList<>();

    private final Map<String, RawSetting> winners = new LinkedHashMap<>();

    /** Reads everything; the result has what counts by key. */
    Map<String, RawSetting> collect(Sources sources) {
        addArguments(sources.agentArguments);
        for (String key : startingWith(Option.PREFIX, sources.systemProperties.stringPropertyNames())) {
            if (!key.startsWith(TEST_PREFIX)) {
                add(key, sources.systemProperties.getProperty(key, ""), Origin.SYSTEM_PROPERTY);
            }
        }
        for (String variable : startingWith(VARIABLE_PREFIX, sources.environment.keySet())) {
            String value = sources.environment.get(variable);
            // an empty variable is how containers and shells leave one out
            if (value != null && !value.trim().isEmpty()) {
                addVariable(variable, value);
            }
        }
        RawSetting file = winners.get(Option.CONFIG_FILE.key(null));
        if (file != null && !file.value.isEmpty() && !file.value.equals(Option.CONFIG_FILE.defaultText())) {
            addFile(file, sources.files);
        }
        return winners;
    }

    /** Those of ours, sorted. Few are, so only they are sorted: the application waits. */
    private static Set<String> startingWith(String prefix, Set<String> names) {
        Set<String> ours = new TreeSet<>();
        for (String name : names) {
            if (name.startsWith(prefix)) {
                ours.add(name);
            }
        }
        return ours;
    }

    private void addArguments(@Nullable String arguments) {
        if (arguments == null) {
            return;
        }
        List<RawSetting> settings = new ArrayList<>();
        for (String item : arguments.split(";", -1)) {
            int equals = item.indexOf('=');
            if (equals > 0) {
                settings.add(new RawSetting(
                        item.substring(0, equals).trim(), item.substring(equals + 1), Origin.AGENT_ARGUMENT));
            } else if (!item.trim().isEmpty()) {
                errors.add(Problem.about(
                        item.trim(), Origin.AGENT_ARGUMENT, "expected key=value, and a semicolon before the next"));
            }
        }
        addAll(settings);
    }

    private void addVariable(String variable, String value) {
        OptionKey key = OptionKey.ofVariable(variable);
        if (key != null) {
            add(key.key(), value, Origin.variable(variable));
        } else if (Kubernetes.injects(variable)) {
            ignored.add(Problem.about(variable, Origin.variable(variable), "set by Kubernetes for a service, ignored"));
        } else {
            String nearest = Nearest.variable(variable);
            warnings.add(Problem.unknown(variable, Origin.ENVIRONMENT, nearest));
        }
    }

    private void addFile(RawSetting setting, Sources.Files files) {
        List<RawSetting> settings;
        try {
            settings = PropertiesFile.read(setting.value, files.read(setting.value), errors);
        } catch (IOException | RuntimeException e) {
            errors.add(Problem.unreadable(setting, "the file cannot be read: " + e.getMessage()));
            return;
        }
        List<RawSetting> allowed = new ArrayList<>();
        for (RawSetting each : settings) {
            if (each.key.equals(setting.key)) {
                warnings.add(Problem.about(each.key, each.origin, "a settings file cannot name another, ignored"));
            } else {
                allowed.add(each);
            }
        }
        addAll(allowed);
    }

    /** Adds what one source says: of a key that it has twice, the last counts. */
    private void addAll(List<RawSetting> settings) {
        Map<String, RawSetting> last = new LinkedHashMap<>();
        for (RawSetting each : settings) {
            RawSetting earlier = last.put(each.key, each);
            if (earlier != null) {
                warnings.add(
                        Problem.about(each.key, earlier.origin, "set again later (" + each.origin + "), which counts"));
            }
        }
        for (RawSetting each : last.values()) {
            add(each.key, each.value, each.origin);
        }
    }

    private void add(String key, String value, Origin origin) {
        OptionKey known = OptionKey.of(key);
        if (known == null) {
            warnings.add(Problem.unknown(key, origin, Nearest.key(key)));
        } else if (!known.isWellFormed()) {
            errors.add(Problem.about(key, origin, "the name in a key is written with a-z, 0-9 and - only"));
        } else {
            winners.putIfAbsent(key, new RawSetting(key, value, origin));
        }
    }
}
