package org.throttleagent.runtime.settings;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Sources made up for a test. */
final class Given {
    private @Nullable String arguments;
    private final Properties properties = new Properties();
    private final Map<String, String> environment = new HashMap<>();
    private final Map<String, byte[]> files = new HashMap<>();

    Given arguments(String text) {
        arguments = text;
        return this;
    }

    Given property(String key, String value) {
        properties.setProperty(key, value);
        return this;
    }

    Given variable(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /** A file that a system property names. */
    Given file(String... lines) {
        return file(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    }

    Given file(byte[] content) {
        files.put("t.properties", content);
        return property("throttle.config.file", "t.properties");
    }

    Loaded load() {
        return Settings.load(new Sources(arguments, properties, environment, this::read));
    }

    Settings settings() {
        Loaded loaded = load();
        Settings settings = loaded.settings();
        if (settings == null) {
            throw new AssertionError(loaded.errors());
        }
        return settings;
    }

    private byte[] read(String path) throws IOException {
        byte[] content = files.get(path);
        if (content == null) {
            throw new FileNotFoundException(path + " (no such file)");
        }
        return content;
    }

    static String effective(Loaded loaded, String key) {
        for (Effective each : loaded.effective()) {
            if (each.key().equals(key)) {
                return each.value() + " (" + each.origin() + ")";
            }
        }
        return "nothing";
    }
}
