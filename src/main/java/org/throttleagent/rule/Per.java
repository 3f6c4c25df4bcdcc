package org.throttleagent.rule;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * What requests must have in common to share one limit: a comma list of {@code host}, {@code credential}, {@code rule},
 * {@code method}, {@code header:NAME} and {@code segment:N}. Immutable.
 */
public final class Per {
    /** Where nobody says otherwise: one limit for each host. */
    public static final Per DEFAULT = parse("host");

    private static final String EXPECTED =
            "expected a comma list of host, credential, rule, method, header:NAME and segment:N (N from 1 to 99)";

    private final boolean host;
    private final boolean credential;
    private final boolean method;
    private final List<String> headers;
    private final List<Integer> segments;
    private final String text;

    private Per(List<String> words, List<String> headers, List<Integer> segments, String text) {
        this.host = words.contains("host");
        this.credential = words.contains("credential");
        this.method = words.contains("method");
        this.headers = Collections.unmodifiableList(headers);
        this.segments = Collections.unmodifiableList(segments);
        this.text = text;
    }

    /**
     * Reads the list.
     *
     * @throws IllegalArgumentException if an item is unknown; the message says what would be right
     */
    public static Per parse(String text) {
        List<String> words = new ArrayList<>();
        List<String> headers = new ArrayList<>();
        List<Integer> segments = new ArrayList<>();
        for (String item : text.split(",", -1)) {
            String word = item.trim();
            if (word.startsWith("header:") && isToken(word.substring(7))) {
                headers.add(word.substring(7).toLowerCase(Locale.ROOT));
            } else if (word.startsWith("segment:")) {
                segments.add(segment(word.substring(8)));
            } else if (isWord(word)) {
                words.add(word);
            } else {
                throw new IllegalArgumentException(EXPECTED);
            }
        }
        return new Per(words, headers, segments, text);
    }

    private static boolean isWord(String word) {
        return word.equals("host") || word.equals("credential") || word.equals("rule") || word.equals("method");
    }

    private static int segment(String number) {
        boolean digits = number.length() == 1 || number.length() == 2;
        for (int i = 0; digits && i < number.length(); i++) {
            digits = TimeSpans.isDigit(number.charAt(i));
        }
        int segment = digits ? Integer.parseInt(number) : 0;
        if (segment == 0) {
            throw new IllegalArgumentException(EXPECTED);
        }
        return segment;
    }

    /** Whether this is a header's name (RFC 9110, section 5.6.2). */
    private static boolean isToken(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean alphanumeric = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || TimeSpans.isDigit(c);
            if (!alphanumeric && "!#$%&'*+-.^_`|~".indexOf(c) < 0) {
                return false;
            }
        }
        return !name.isEmpty();
    }

    /** Whether nobody has said otherwise; a {@code host} that somebody wrote is no default. */
    public boolean isDefault() {
        return this == DEFAULT;
    }

    /** Whether each host has a limit of its own. */
    public boolean host() {
        return host;
    }

    /** Whether each credential has a limit of its own. */
    public boolean credential() {
        return credential;
    }

    /** Whether each method has a limit of its own. */
    public boolean method() {
        return method;
    }

    /** The request headers, in lower case, whose every value has a limit of its own. */
    public List<String> headers() {
        return headers;
    }

    /** The path segments, the first being 1, whose every value has a limit of its own. */
    public List<Integer> segments() {
        return segments;
    }

    @Override
    public String toString() {
        return text;
    }
}
