package org.throttleagent.runtime.log;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.event.Level;

/** The throttle log. Safe for use by many threads. */
public final class ThrottleLog {
    /** Above every level: nothing is written. */
    private static final int OFF = Integer.MAX_VALUE;

    private final Logger logger;
    private final boolean json;

    private ThrottleLog(Logger logger, boolean json) {
        this.logger = logger;
        this.json = json;
    }

    /**
     * A log.
     *
     * @param level {@code debug}, {@code info}, {@code warn}, {@code error} or {@code off}
     * @param file the file's path, or {@code null} for stderr
     * @param maxBytes the size at which the file is renamed
     * @param json one JSON object a line, else logfmt
     */
    public static ThrottleLog create(String level, @Nullable String file, long maxBytes, boolean json) {
        LineSink stderr = new StderrSink();
        LineSink sink = file == null ? stderr : new RollingFileSink(file, maxBytes, stderr);
        return new ThrottleLog(new SinkLogger("throttle", sink, threshold(level), json), json);
    }

    private static int threshold(String level) {
        switch (level) {
            case "debug":
                return Level.DEBUG.toInt();
            case "info":
                return Level.INFO.toInt();
            case "warn":
                return Level.WARN.toInt();
            case "error":
                return Level.ERROR.toInt();
            default:
                return OFF;
        }
    }

    /** Begins a line. */
    public LogLine line(String event) {
        return new LogLine(json, event);
    }

    /** Writes a line of detail, for those who look for a fault. */
    public void debug(LogLine line) {
        logger.debug(line.text());
    }

    /** Writes a line that tells what goes on. */
    public void info(LogLine line) {
        logger.info(line.text());
    }

    /** Writes a line that someone should see. */
    public void warn(LogLine line) {
        logger.warn(line.text());
    }

    /** Writes a line about a fault. */
    public void error(LogLine line) {
        logger.error(line.text());
    }

    /** Whether {@link #debug} writes. */
    public boolean debugs() {
        return logger.isDebugEnabled();
    }

    /** The stack trace of an error in one value, where debug lines are written. */
    public @Nullable String trace(Throwable error) {
        if (!debugs()) {
            return null;
        }
        StringWriter text = new StringWriter();
        error.printStackTrace(new PrintWriter(text, true));
        return text.toString();
    }
}
