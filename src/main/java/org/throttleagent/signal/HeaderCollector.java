package org.throttleagent.signal;

import org.jspecify.annotations.Nullable;

/** Picks the fields that speak of limits out of one response; values are read only after the last field has come. */
final class HeaderCollector implements ResponseFacts.HeaderVisitor {
    /*
     * Reading waits for the end because an absolute time is placed by Date, which may come later. Nothing is allocated
     * until a field of a limit comes. Both bounds keep a response with megabytes of such fields cheap. Used by one thread at
     * a time; SignalReader hands it from response to response.
     */

    /** Characters looked at in all values of limit fields together. */
    static final int MAX_CHARS = 16 * 1024;

    /** Lines of limit fields looked at. */
    static final int MAX_LINES = 128;

    private final @Nullable Dialects ofHosts;
    private String host = "";
    private @Nullable Notes notes;
    private int charsLeft;
    private int linesLeft;
    private @Nullable Line first;
    private @Nullable Line last;
    private @Nullable String date;
    private boolean dateRepeated;
    private @Nullable String age;

    /** With the dialects of some hosts, if there are any beside those that are built in. */
    HeaderCollector(@Nullable Dialects ofHosts) {
        this.ofHosts = ofHosts;
    }

    /** Begins with a response of a host, which is empty if nobody knows it. */
    void begin(String ofHost, @Nullable Notes takesNotes) {
        host = ofHost;
        notes = takesNotes;
        charsLeft = MAX_CHARS;
        linesLeft = MAX_LINES;
    }

    /** Forgets the response. */
    void end() {
        host = "";
        notes = null;
        first = null;
        last = null;
        date = null;
        dateRepeated = false;
        age = null;
    }

    @Override
    public void header(@Nullable String name, @Nullable String value) {
        // HttpURLConnection passes its status line as a field without a name
        if (name == null || value == null) {
            return;
        }
        if (Ascii.is(name, "date")) {
            dateRepeated = date != null;
            date = value;
        } else if (Ascii.is(name, "age")) {
            age = age == null ? value : age; // a list of them counts by its first (RFC 9111 section 5.1)
        } else {
            HeaderField own = ofHosts == null ? null : ofHosts.find(name, host);
            if (own != null) {
                keep(own, name, value);
            } else if (NameFilter.mayMatter(name)) {
                lookUp(name, value);
            }
        }
    }

    private void lookUp(String name, String value) {
        HeaderField field = Dialects.builtIn().find(name, host);
        if (field != null) {
            keep(field, name, value);
        } else if (notes != null) {
            notes.ignored(name, value, "no dialect knows it");
        }
    }

    private void keep(HeaderField field, String name, String value) {
        int chars = Math.min(value.length(), AsciiCursor.MAX_CHARS);
        if (linesLeft <= 0 || chars > charsLeft) {
            if (notes != null) {
                notes.ignored(name, value, "the answer has too many or too long fields of limits");
            }
            return;
        }
        linesLeft--;
        charsLeft -= chars;
        Line line = new Line(field, Ascii.lower(name), value);
        if (last == null) {
            first = line;
        } else {
            last.next = line;
        }
        last = line;
    }

    /** What the fields say, absolute times placed by the server's clock. */
    Facts facts(long wallMillis) {
        if (first == null) {
            return Facts.NONE;
        }
        ServerClock local = ServerClock.local(wallMillis);
        // what comes from a cache was written earlier, and its Date tells that time
        Decimal ageSeconds = age == null ? null : Decimal.parse(age);
        boolean cached = ageSeconds != null && ageSeconds.whole() > 0;
        ServerClock clock =
                cached || date == null || dateRepeated ? local : local.correctedBy(When.httpDateMillis(date, local));
        FieldReader reader = new FieldReader(clock, notes);
        for (Line line = first; line != null; line = line.next) {
            if (!cached || !line.field.dialect.ignoredFromCache) {
                reader.read(line.field, line.name, line.value);
            } else if (notes != null) {
                notes.ignored(line.name, line.value, "the answer comes from a cache (age: " + age + ")");
            }
        }
        return reader.facts();
    }

    private static final class Line {
        final HeaderField field;
        final String name;
        final String value;

        @Nullable
        Line next;

        Line(HeaderField field, String name, String value) {
            this.field = field;
            this.name = name;
            this.value = value;
        }
    }
}
