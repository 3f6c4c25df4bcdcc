package org.throttleagent.weaver;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The list of a client's patches, which the build writes: a line for each, of {@value #COLUMNS} columns between tabs. */
public final class PatchIndex {
    static final int COLUMNS = 12;

    /** Stands for a value that there is none of. */
    static final String NONE = "-";

    private PatchIndex() {}

    /**
     * Reads an index.
     *
     * @param text the lines, each ended by a line feed
     * @throws IllegalArgumentException if a line has not the right number of columns
     */
    public static List<Entry> read(String text) {
        List<Entry> entries = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int end = text.indexOf('\n', start);
            if (end < 0) {
                end = text.length();
            }
            List<String> columns = split(text, start, end, '\t');
            if (columns.size() != COLUMNS) {
                throw new IllegalArgumentException("not a line of a patch index: " + text.substring(start, end));
            }
            entries.add(new Entry(columns));
            start = end + 1;
        }
        return Collections.unmodifiableList(entries);
    }

    static List<String> split(String text, int start, int end, char separator) {
        List<String> parts = new ArrayList<>();
        int from = start;
        for (int i = start; i <= end; i++) {
            if (i == end || text.charAt(i) == separator) {
                parts.add(text.substring(from, i));
                from = i + 1;
            }
        }
        return parts;
    }

    /** One patch: what it is for and where it is. */
    public static final class Entry {
        private final List<String> columns;

        Entry(List<String> columns) {
            this.columns = columns;
        }

        /** The target class's binary name, with dots. */
        public String type() {
            return columns.get(0);
        }

        /** The target method's name. */
        public String method() {
            return columns.get(1);
        }

        /** The target method's descriptor. */
        public String descriptor() {
            return columns.get(2);
        }

        /** Whether the target method is static. */
        public boolean isStatic() {
            return columns.get(3).equals("true");
        }

        /** The name under which a class loader finds the patch. */
        public String resource() {
            return columns.get(4);
        }

        /** The binary name of the adapter that has the hook's handler. */
        public String adapter() {
            return columns.get(5);
        }

        /** The client's name in settings and log. */
        public String clientId() {
            return columns.get(6);
        }

        /** Whether the client is a library; false: it is the JDK's. */
        public boolean library() {
            return columns.get(7).equals("true");
        }

        /** The fields that the advice uses, as {@code name:descriptor}. */
        public List<String> fields() {
            String fields = columns.get(8);
            return fields.equals(NONE) ? Collections.emptyList() : split(fields, 0, fields.length(), ',');
        }

        /** The binary name of the superclass that declares the fields, or {@code null} if the target itself does. */
        public @Nullable String inheritedFrom() {
            return orNull(9);
        }

        /** The first version of the client that has the method so. */
        public String since() {
            return columns.get(10);
        }

        /** The first version that has it no longer, or {@code null}. */
        public @Nullable String until() {
            return orNull(11);
        }

        private @Nullable String orNull(int column) {
            String value = columns.get(column);
            return value.equals(NONE) ? null : value;
        }
    }
}
