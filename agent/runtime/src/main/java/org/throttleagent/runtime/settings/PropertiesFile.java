package org.throttleagent.runtime.settings;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** Reads a properties file in UTF-8 and keeps the number of each setting's line. */
// Lines are joined here, as java.util.Properties describes them; what a joined line says is left to the JDK.
final class PropertiesFile {
    private PropertiesFile() {}

    /** All settings in the order of their lines; what cannot be read becomes an error. */
    static List<RawSetting> read(String path, byte[] content, List<Problem> errors) {
        List<RawSetting> settings = new ArrayList<>();
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException e) {
            errors.add(Problem.about(Option.CONFIG_FILE.key(null), Origin.file(path, 1), "the file is not UTF-8"));
            return settings;
        }
        if (text.startsWith("\uFEFF")) {
            text = text.substring(1);
        }
        String[] lines = text.split("\r\n|\r|\n", -1);
        for (int i = 0; i < lines.length; i++) {
            int first = i;
            StringBuilder logical = new StringBuilder(lines[i]);
            while (!isComment(lines[first]) && continues(lines[i]) && i + 1 < lines.length) {
                logical.append('\n').append(lines[++i]);
            }
            add(path, first + 1, logical.toString(), settings, errors);
        }
        return settings;
    }

    private static void add(String path, int line, String logical, List<RawSetting> settings, List<Problem> errors) {
        Origin origin = Origin.file(path, line);
        Properties one = new Properties();
        try {
            one.load(new StringReader(logical));
        } catch (IOException | IllegalArgumentException e) {
            errors.add(
                    Problem.about(Option.CONFIG_FILE.key(null), origin, "the line cannot be read: " + e.getMessage()));
            return;
        }
        for (String key : one.stringPropertyNames()) {
            settings.add(new RawSetting(key, one.getProperty(key, ""), origin));
        }
    }

    private static boolean isComment(String line) {
        String text = line.trim();
        return text.startsWith("#") || text.startsWith("!");
    }

    private static boolean continues(String line) {
        int backslashes = 0;
        while (backslashes < line.length() && line.charAt(line.length() - 1 - backslashes) == '\\') {
            backslashes++;
        }
        return backslashes % 2 == 1;
    }
}
