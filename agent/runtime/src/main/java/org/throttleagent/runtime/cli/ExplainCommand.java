package org.throttleagent.runtime.cli;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.throttleagent.runtime.settings.Loaded;
import org.throttleagent.runtime.settings.Problem;
import org.throttleagent.runtime.settings.Settings;
import org.throttleagent.runtime.settings.Sources;

/** Tells what the agent reads in responses: {@code explain [--json] [--at INSTANT] [--url URL] [-D...] [FILE ...]}. */
final class ExplainCommand {
    private static final String STANDARD_INPUT = "-";

    private final Sources sources;
    private final boolean json;
    private final @Nullable Long atMillis;
    private final @Nullable UrlRequest url;
    private final List<String> files;

    private ExplainCommand(
            Sources sources, boolean json, @Nullable Long atMillis, @Nullable UrlRequest url, List<String> files) {
        this.sources = sources;
        this.json = json;
        this.atMillis = atMillis;
        this.url = url;
        this.files = files;
    }

    /** Understands the arguments; settings are given as to {@code check}. */
    static ExplainCommand of(
            List<String> arguments, Properties systemProperties, Map<String, String> environment, Sources.Files disk)
            throws UsageException {
        SettingsArguments settings = new SettingsArguments(systemProperties);
        boolean json = false;
        Long atMillis = null;
        UrlRequest url = null;
        List<String> files = new ArrayList<>();
        boolean options = true;
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            int equals = argument.indexOf('=');
            String option = options && equals > 0 ? argument.substring(0, equals) : argument;
            boolean valued = options && (option.equals("--at") || option.equals("--url"));
            if (valued && equals < 0 && i + 1 == arguments.size()) {
                throw new UsageException("explain " + option + " needs a value");
            }
            String value = !valued ? "" : equals > 0 ? argument.substring(equals + 1) : arguments.get(++i);
            if (!options || argument.equals(STANDARD_INPUT) || !argument.startsWith("-")) {
                files.add(argument);
            } else if (argument.equals("--")) {
                options = false;
            } else if (option.equals("--at")) {
                atMillis = instant(value);
            } else if (option.equals("--url")) {
                url = UrlRequest.parse(value);
            } else if (argument.equals("--json")) {
                json = true;
            } else if (!settings.take(argument)) {
                throw new UsageException("explain does not know '" + argument + "'");
            }
        }
        if (files.isEmpty()) {
            files.add(STANDARD_INPUT);
        }
        return new ExplainCommand(settings.sources(environment, disk), json, atMillis, url, files);
    }

    private static long instant(String text) throws UsageException {
        try {
            return OffsetDateTime.parse(text).toInstant().toEpochMilli();
        } catch (DateTimeException | ArithmeticException e) {
            throw new UsageException("'" + text + "' is no instant; expected one as in 2026-11-24T10:15:30Z");
        }
    }

    /** Explains all responses in their order; returns the exit status. */
    int run(InputStream in, PrintStream out, PrintStream err) {
        Loaded loaded = Settings.load(sources);
        Settings settings = loaded.settings();
        if (settings == null) {
            for (Problem problem : loaded.errors()) {
                err.println("throttle: " + problem);
            }
            return Main.BAD_SETTINGS;
        }
        Explainer explainer = new Explainer(settings, json, atMillis, out, err);
        int status = Main.OK;
        for (String file : files) {
            try {
                read(file, in, explainer);
            } catch (FileNotFoundException e) {
                err.println("throttle: " + file + ": there is no such file, or it may not be read");
                status = Main.NO_INPUT;
            } catch (IOException e) {
                err.println("throttle: " + file + ": " + e.getMessage());
                status = Main.NO_INPUT;
            }
        }
        out.flush();
        return explainer.anyProblem() ? Main.BAD_DATA : status;
    }

    private void read(String file, InputStream standardInput, Explainer explainer) throws IOException {
        if (file.equals(STANDARD_INPUT)) {
            readAll("standard input", new BufferedInputStream(standardInput), explainer);
            return;
        }
        try (InputStream in = new BufferedInputStream(new FileInputStream(file))) {
            readAll(file, in, explainer);
        }
    }

    private void readAll(String name, InputStream in, Explainer explainer) throws IOException {
        int first = firstVisible(in);
        if (first == '{' || first == '[') {
            HarFile.read(name, new InputStreamReader(in, StandardCharsets.UTF_8), explainer);
        } else {
            String text = new String(all(in), StandardCharsets.ISO_8859_1);
            new CurlFile(name, text, url, explainer).read();
        }
    }

    /** The first character that is no white space; nothing but a byte order mark is taken from the stream. */
    private static int firstVisible(InputStream in) throws IOException {
        in.mark(3);
        if (in.read() != 0xEF || in.read() != 0xBB || in.read() != 0xBF) {
            in.reset();
        }
        in.mark(4096);
        int first = in.read();
        for (int i = 1; i < 4096 && first >= 0 && first <= ' '; i++) {
            first = in.read();
        }
        in.reset();
        return first;
    }

    private static byte[] all(InputStream in) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            all.write(buffer, 0, read);
        }
        return all.toByteArray();
    }
}
