package org.throttleagent.runtime.cli;

import java.io.IOException;
import java.io.Reader;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Reads the responses of an HTTP Archive, version 1.2, as browsers and proxies export it. */
final class HarFile {
    private final String file;
    private final JsonInput in;
    private final ResponseSink sink;
    private boolean entriesSeen;

    private HarFile(String file, Reader reader, ResponseSink sink) {
        this.file = file;
        this.in = new JsonInput(reader);
        this.sink = sink;
    }

    /** Hands on each response as soon as it has been read; what follows may be broken. */
    static void read(String file, Reader reader, ResponseSink sink) throws IOException {
        HarFile har = new HarFile(file, reader, sink);
        try {
            har.read();
        } catch (JsonInput.Malformed e) {
            sink.problem(file, har.in.line(), "no JSON from here on: " + e.getMessage());
        }
    }

    private void read() throws IOException {
        in.beginObject();
        boolean first = true;
        for (String name = in.nextName(first); name != null; name = in.nextName(first)) {
            first = false;
            if (name.equals("log") && in.peek() == '{') {
                log();
            } else {
                in.skip();
            }
        }
        in.end();
        if (!entriesSeen) {
            sink.problem(file, 1, "no HTTP Archive: it has no log.entries");
        }
    }

    private void log() throws IOException {
        in.beginObject();
        boolean first = true;
        for (String name = in.nextName(first); name != null; name = in.nextName(first)) {
            first = false;
            if (name.equals("entries") && in.peek() == '[') {
                entriesSeen = true;
                entries();
            } else {
                in.skip();
            }
        }
    }

    private void entries() throws IOException {
        in.beginArray();
        for (boolean first = true; in.nextValue(first); first = false) {
            int line = in.line();
            if (in.peek() == '{') {
                new Entry(line).read();
            } else {
                in.skip();
                sink.problem(file, line, "an entry is an object");
            }
        }
    }

    private final class Entry {
        private final int line;
        private @Nullable String started;
        private @Nullable String tookMillis;
        private String method = "GET";
        private @Nullable String url;
        private @Nullable String status;
        private final RecordedResponse fields = new RecordedResponse("", 0);

        Entry(int line) {
            this.line = line;
        }

        void read() throws IOException {
            in.beginObject();
            boolean first = true;
            for (String name = in.nextName(first); name != null; name = in.nextName(first)) {
                first = false;
                boolean object = in.peek() == '{';
                if (name.equals("startedDateTime") && in.peek() == '"') {
                    started = in.string();
                } else if (name.equals("time") && !object && in.peek() != '[') {
                    tookMillis = in.scalar();
                } else if (object && (name.equals("request") || name.equals("response"))) {
                    message(name.equals("response"));
                } else {
                    in.skip();
                }
            }
            hand();
        }

        private void message(boolean response) throws IOException {
            in.beginObject();
            boolean first = true;
            for (String name = in.nextName(first); name != null; name = in.nextName(first)) {
                first = false;
                int c = in.peek();
                if (response && name.equals("status") && c != '{' && c != '[') {
                    status = in.scalar();
                } else if (response && name.equals("headers") && c == '[') {
                    headers();
                } else if (!response && name.equals("url") && c == '"') {
                    url = in.string();
                } else if (!response && name.equals("method") && c == '"') {
                    method = in.string();
                } else {
                    in.skip();
                }
            }
        }

        private void headers() throws IOException {
            in.beginArray();
            for (boolean first = true; in.nextValue(first); first = false) {
                int at = in.line();
                if (in.peek() == '{') {
                    header(at);
                } else {
                    in.skip();
                    sink.problem(file, at, "a header is an object with name and value");
                }
            }
        }

        private void header(int at) throws IOException {
            String name = null;
            String value = null;
            in.beginObject();
            boolean first = true;
            for (String key = in.nextName(first); key != null; key = in.nextName(first)) {
                first = false;
                int c = in.peek();
                boolean scalar = c != '{' && c != '[';
                if (key.equals("name") && scalar) {
                    name = in.scalar();
                } else if (key.equals("value") && scalar) {
                    value = in.scalar();
                } else {
                    in.skip();
                }
            }
            if (name == null || value == null) {
                sink.problem(file, at, "a header is an object with name and value");
                return;
            }
            // browsers put lines of one name together
            for (String line : value.split("\n", -1)) {
                fields.add(name, line);
            }
        }

        private void hand() {
            int code = status(status);
            if (code < 0) {
                sink.problem(file, line, "an entry without response.status, a number from 100 to 999");
                return;
            }
            if (code == 0) {
                return; // blocked, or no answer came
            }
            RecordedResponse response = new RecordedResponse(file + ":" + line, code);
            fields.forEachHeader(response::add);
            response.url = url;
            response.method = method;
            response.receivedMillis = received();
            sink.response(response);
        }

        private @Nullable Long received() {
            if (started == null) {
                return null;
            }
            try {
                double took = tookMillis == null ? 0 : Double.parseDouble(tookMillis);
                boolean sane = took >= 0 && took < 1e12;
                return OffsetDateTime.parse(started).toInstant().toEpochMilli() + (sane ? (long) took : 0);
            } catch (DateTimeException | NumberFormatException e) {
                sink.problem(file, line, "startedDateTime is no moment: " + started);
                return null;
            }
        }
    }

    /** 0 where nothing came, which archives write as 0 or -1; -1 if it is no status. */
    private static int status(@Nullable String text) {
        if (text == null) {
            return -1;
        }
        if (text.equals("0") || text.equals("-1")) {
            return 0;
        }
        try {
            int status = Integer.parseInt(text);
            return status >= 100 && status <= 999 ? status : -1;
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
