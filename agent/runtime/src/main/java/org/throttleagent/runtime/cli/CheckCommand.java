package org.throttleagent.runtime.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.throttleagent.runtime.settings.Loaded;
import org.throttleagent.runtime.settings.Settings;
import org.throttleagent.runtime.settings.Sources;

/** Tells what the agent would do to a JVM that is started here: {@code check [-D...] [-javaagent:...] [--url URL]...}. */
final class CheckCommand {
    private final Sources sources;
    private final List<UrlRequest> urls;

    private CheckCommand(Sources sources, List<UrlRequest> urls) {
        this.sources = sources;
        this.urls = urls;
    }

    /** Understands the arguments, which may be pasted from the command line of an application. */
    static CheckCommand of(
            List<String> arguments, Properties systemProperties, Map<String, String> environment, Sources.Files files)
            throws UsageException {
        SettingsArguments settings = new SettingsArguments(systemProperties);
        List<UrlRequest> urls = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (settings.take(argument)) {
                continue;
            }
            if (argument.startsWith("--url=")) {
                urls.add(UrlRequest.parse(argument.substring("--url=".length())));
            } else if (argument.equals("--url") && i + 1 < arguments.size()) {
                urls.add(UrlRequest.parse(arguments.get(++i)));
            } else {
                throw new UsageException("check does not know '" + argument + "'");
            }
        }
        return new CheckCommand(settings.sources(environment, files), urls);
    }

    /** Prints the report; returns the exit status. */
    int run(PrintStream out) {
        Loaded loaded = Settings.load(sources);
        out.print(new CheckReport(loaded, urls).text());
        out.flush();
        return loaded.errors().isEmpty() ? Main.OK : Main.BAD_SETTINGS;
    }
}
