package org.throttleagent.signal;

import org.jspecify.annotations.Nullable;

/** Picks the fields that speak of limits out of one response; values are read only after the last field has come. */
final class HeaderCollector implements ResponseFacts.HeaderVisitor {
    /*
     * Reading waits for the end because an absolute time is placed by Date, which may come later. Nothing is allocated
     * until a field of a limit comes. Both bounds keep a response with megabytes of such fields cheap. Confined to the
     * thread that reads the response.
     */

    /** Characters looked at in all values of limit fields together. */
    static final int MAX_CHARS = 16 * 1024;

    /** Lines of limit fields looked at. */
    static final int MAX_LINES = 128;

    private int charsLeft = MAX_CHARS;
    private int linesLeft = MAX_LINES;
    private @Nullable Line newest;
    private @Nullable String date;
    private boolean dateRepeated;
    private @Nullable String age;

    @Override
    public void header(@Nullable String name, @Nullable String value) {
        // HttpURLConnection passes its status line as a field without a name
        HeaderRow row = name == null || value == null ? null : Dialects.find(name);
        if (row == null || value == null) {
            return;
        }
        switch (row.role()) {
            case DATE:
                dateRepeated = date != null;
                date = value;
                break;
            case AGE:
                age = age == null ? value : age; // a list of them counts by its first (RFC 9111 section 5.1)
                break;
            default:
                keep(row, value);
                break;
        }
    }

    private void keep(HeaderRow row, String value) {
        int chars = Math.min(value.length(), AsciiCursor.MAX_CHARS);
        if (linesLeft > 0 && chars <= charsLeft) {
            linesLeft--;
            charsLeft -= chars;
            newest = new Line(row, value, newest);
        }
    }

    /** What the fields say, absolute times placed by the server's clock. */
    Facts facts(long wallMillis) {
        if (newest == null) {
            return Facts.NONE;
        }
        Facts facts = new Facts();
        ServerClock local = ServerClock.local(wallMillis);
        // what comes from a cache was written earlier, and its Date tells that time
        boolean cached = age != null && Dialects.AGE.grammar().read(age, local) > 0;
        ServerClock clock = cached || date == null || dateRepeated
                ? local
                : local.correctedBy(Dialects.DATE.grammar().read(date, local));
        for (Line line = newest; line != null; line = line.older) {
            if (!cached || !line.row.family().ignoredFromCache()) {
                facts.add(line.row, line.value, clock);
            }
        }
        return facts;
    }

    private static final class Line {
        final HeaderRow row;
        final String value;
        final @Nullable Line older;

        Line(HeaderRow row, String value, @Nullable Line older) {
            this.row = row;
            this.value = value;
            this.older = older;
        }
    }
}
