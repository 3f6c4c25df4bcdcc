package org.throttleagent.signal;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The table of dialects: which header field means what. Safe for use by many threads once it is loaded. */
final class Dialects {
    /*
     * The table is a text, dialects.txt, so that people can read it. It is loaded when the first response comes that has a
     * field which passes the filter; a JVM that never sees one never pays for it. Of several that name the same field the
     * one bound to the host counts, and then the first. Names with a star and stems are bound to no host. `seen` is the only
     * thing that changes after loading, and only grows.
     */

    private static final String RESOURCE = "dialects.txt";
    private static final int MAX_SEEN = 256;

    /** By their whole name; those bound to hosts before those that are not. */
    private final Map<String, List<HeaderField>> exact = new HashMap<>();

    /** What names without a field of their own were found to mean; servers choose them, so only so many are kept. */
    private final Map<String, HeaderField> seen = new ConcurrentHashMap<>();

    private final List<Starred> starred = new ArrayList<>();
    private final List<Stem> stems = new ArrayList<>();
    private final StemWords words = new StemWords();

    private static final class Holder {
        static final Dialects BUILT_IN = load();
    }

    /** The table that comes with the engine. */
    static Dialects builtIn() {
        return Holder.BUILT_IN;
    }

    private static Dialects load() {
        Dialects table = new Dialects();
        try (InputStream in = Dialects.class.getResourceAsStream(RESOURCE)) {
            if (in != null) {
                new DialectsReader(table).read(in);
            }
        } catch (IOException e) {
            // then no field has a meaning, and the statuses still have theirs
        }
        return table;
    }

    /** What a field means in a response of a host, or null when it is none of ours. */
    @Nullable
    HeaderField find(String name, String host) {
        String lower = Ascii.lower(name);
        List<HeaderField> same = exact.get(lower);
        for (int i = 0; same != null && i < same.size(); i++) {
            if (same.get(i).dialect.speaksAt(host)) {
                return same.get(i);
            }
        }
        HeaderField known = seen.get(lower);
        return known != null ? known : search(lower);
    }

    private @Nullable HeaderField search(String name) {
        HeaderField found = null;
        for (int i = 0; i < starred.size() && found == null; i++) {
            found = starred.get(i).find(name);
        }
        for (int i = 0; i < stems.size() && found == null; i++) {
            found = stems.get(i).find(name, words);
        }
        if (found != null && seen.size() < MAX_SEEN) {
            seen.put(name, found);
        }
        return found;
    }

    void addField(String name, HeaderField field) {
        int star = name.indexOf('*');
        if (star >= 0) {
            starred.add(new Starred(name.substring(0, star), name.substring(star + 1), field));
            return;
        }
        List<HeaderField> same = exact.get(name);
        if (same == null) {
            same = new ArrayList<>(1);
            exact.put(name, same);
        }
        same.add(field.dialect.hosts.isEmpty() ? same.size() : 0, field);
    }

    void addStem(String name, Dialect dialect) {
        stems.add(new Stem(name, dialect));
    }

    void addWord(String phrase, Role role, Grammar grammar) {
        words.add(phrase, role, grammar);
    }

    /** A name with a star in it. */
    private static final class Starred {
        private final String before;
        private final String after;
        private final HeaderField field;

        Starred(String before, String after, HeaderField field) {
            this.before = before;
            this.after = after;
            this.field = field;
        }

        @Nullable
        HeaderField find(String name) {
            int length = name.length() - before.length() - after.length();
            if (length <= 0 || !name.startsWith(before) || !name.endsWith(after)) {
                return null;
            }
            return field.of("", name.substring(before.length(), before.length() + length));
        }
    }
}
