package org.throttleagent.signal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A header sample: who sends it, where that is written, what it is, and what is to be read in it. */
record Sample(String vendor, String source, String host, String why, int status, String fields, String expected) {
    /** All samples of a file beside this class; its beginning tells the form. */
    static List<Sample> all(String file) throws IOException {
        List<Sample> samples = new ArrayList<>();
        String[] vendor = {};
        for (String line : text(file).split("\n", -1)) {
            if (line.startsWith("= ")) {
                vendor = vendor(line.substring(2));
            } else if (!line.isEmpty() && !line.startsWith("#")) {
                String[] parts = line.split(" ~", -1);
                if (parts.length != 4) {
                    throw new IllegalArgumentException(file + ": " + line);
                }
                int status = Integer.parseInt(parts[1].strip());
                samples.add(new Sample(vendor[0], vendor[1], vendor[2], parts[0], status, parts[2], parts[3].strip()));
            }
        }
        return samples;
    }

    /** The name, which may have blanks, the source, and the host, which may be missing. */
    private static String[] vendor(String line) {
        int source = line.indexOf(" https://");
        String[] rest = line.substring(source + 1).split(" ", -1);
        return new String[] {line.substring(0, source), rest[0], rest.length > 1 ? rest[1] : ""};
    }

    private static String text(String file) throws IOException {
        try (InputStream in = Objects.requireNonNull(Sample.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** What a signal says, in the words of the files. */
    static String inWords(RateSignal signal) {
        if (signal == RateSignal.NONE) {
            return "";
        }
        List<String> words = new ArrayList<>();
        words.add(signal.refused() ? "refused" : "");
        words.add(signal.overloaded() ? "overloaded" : "");
        words.add(signal.refused() || signal.overloaded() ? "" : "-");
        words.add(signal.waitNanos() == -1 ? "" : "wait=" + Responses.seconds(signal.waitNanos()));
        words.add(signal.clamped() ? "clamped" : "");
        words.add(signal.waitSource().isEmpty() ? "" : "by=" + signal.waitSource());
        LimitWindow nearest = signal.nearest();
        if (nearest != null) {
            words.add(nearest.limit() == -1 ? "" : "limit=" + nearest.limit());
            words.add(nearest.remaining() == -1 ? "" : "remaining=" + nearest.remaining());
            words.add(nearest.resetNanos() == -1 ? "" : "reset=" + Responses.seconds(nearest.resetNanos()));
            words.add(nearest.lengthNanos() == -1 ? "" : "length=" + Responses.seconds(nearest.lengthNanos()));
            words.add(
                    nearest.unit() == Unit.REQUESTS
                            ? ""
                            : "unit=" + nearest.unit().word());
            String bucket = signal.bucket().isEmpty() ? nearest.name() : signal.bucket();
            words.add(bucket.isEmpty() ? "" : "bucket=" + bucket);
        }
        words.add(signal.windows().size() > 1 ? "windows=" + signal.windows().size() : "");
        words.removeIf(String::isEmpty);
        return String.join(" ", words);
    }

    @Override
    public String toString() {
        return vendor + ": " + why;
    }
}
