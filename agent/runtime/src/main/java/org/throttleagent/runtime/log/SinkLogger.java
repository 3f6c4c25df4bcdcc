package org.throttleagent.runtime.log;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;

/** The SLF4J logger of the throttle log: puts time and level before a message and hands the line to a sink. */
final class SinkLogger extends LegacyAbstractLogger {
    private static final long serialVersionUID = 1L;

    private final transient LineSink sink;
    /** The lowest level that is written, as SLF4J counts levels. */
    private final int threshold;

    private final boolean json;

    SinkLogger(String name, LineSink sink, int threshold, boolean json) {
        this.name = name;
        this.sink = sink;
        this.threshold = threshold;
        this.json = json;
    }

    @Override
    protected void handleNormalizedLoggingCall(
            Level level,
            @Nullable Marker marker,
            @Nullable String message,
            Object @Nullable [] arguments,
            @Nullable Throwable error) {
        StringBuilder line = new StringBuilder(240);
        String text = arguments == null || arguments.length == 0
                ? message
                : MessageFormatter.basicArrayFormat(message, arguments);
        if (json) {
            Timestamps.append(line.append("{\"time\":\""), System.currentTimeMillis());
            line.append("\",\"level\":\"")
                    .append(level)
                    .append("\",\"logger\":\"")
                    .append(name)
                    .append("\",");
            line.append(text).append('}');
        } else {
            Timestamps.append(line, System.currentTimeMillis());
            line.append(' ').append(level).append(' ').append(name).append(' ').append(text);
        }
        sink.write(line.append('\n').toString().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    protected @Nullable String getFullyQualifiedCallerName() {
        return null;
    }

    private boolean enabled(int level) {
        return level >= threshold;
    }

    @Override
    public boolean isTraceEnabled() {
        return enabled(Level.TRACE.toInt());
    }

    @Override
    public boolean isDebugEnabled() {
        return enabled(Level.DEBUG.toInt());
    }

    @Override
    public boolean isInfoEnabled() {
        return enabled(Level.INFO.toInt());
    }

    @Override
    public boolean isWarnEnabled() {
        return enabled(Level.WARN.toInt());
    }

    @Override
    public boolean isErrorEnabled() {
        return enabled(Level.ERROR.toInt());
    }
}
