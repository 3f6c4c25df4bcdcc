package org.throttleagent.signal;

import java.util.ArrayList;
import java.util.List;

/** docs/dialects.md, made of the table of dialects. */
final class DialectsDocument {
    private static final String HEAD = """
            # Dialects

            The header fields in which servers speak of their limits, as the agent understands them. This page is made of
            [the table](../src/main/resources/org/throttleagent/signal/dialects.txt) that the agent reads.

            To see what it reads in a response of yours:

                curl -si https://api.example.com/ | java -jar throttle-agent.jar explain

            ## Is my API covered?

            Look for its headers rather than for its name: nearly all APIs use one of these families, and of those that put their
            own name before `RateLimit-` or `Rate-Limit-` each is. What a value's unit is, its magnitude and shape tell and never
            the header's name: a reset below 10^8 is seconds, then come epochs in seconds, milliseconds, microseconds and
            nanoseconds; dates are those of HTTP, RFC 3339 and JavaScript; durations such as `6m0s` are Go's.

            | dialect | spoken by | header fields | what is peculiar | source |
            |---|---|---|---|---|
            """;

    private static final String STEMS = """

            Names with `...` are families: the name is followed by one of the words below, and before or behind it by what is
            counted or for how long: `x-ratelimit-remaining`, `x-ratelimit-remaining-tokens`, `x-ratelimit-requests-day-limit`. A `*`
            stands for any one dimension, or at the beginning for any vendor's prefix.

            | it tells | words |
            |---|---|
            """;

    private static final String TAIL = """

            ## What counts

            - Only requests are paced by what is left. Of tokens, points, bytes, percentages and the like, nothing left closes the
              key until the reset; any other number only shows.
            - Several windows in one answer all hold; what is shown is the one that runs out first.
            - `-1` means not known, `0/0/0` unlimited. More left than allowed: the limit is not believed.
            - The IETF's fields are not believed of an answer from a cache (`Age` above 0).
            - A wait is cut to `throttle.max-signal`, one hour by default. Headers slow requests down, to their own host only; they
              never speed up what a rule limits.
            - What cannot be read counts as absent. An answer has 32 windows at most, names are cut to 64 characters, and no more
              than 4 KiB of a value and 16 KiB of all are looked at.

            ## To add your own API

            Five lines in the settings, for a server whose headers nobody else has:

            ```properties
            throttle.dialect.shop.hosts=api.shop.example
            throttle.dialect.shop.limit=X-Calls-Allowed
            throttle.dialect.shop.remaining=X-Calls-Left
            throttle.dialect.shop.reset=X-Calls-Renewed-In
            throttle.dialect.shop.times=ms
            ```

            All keys: [configuration.md](configuration.md#dialects). To add it for everybody, write a few lines with their source into
            the table, a sample into `vendors.txt` beside the tests, and make this page anew:

                mvn -pl src test -Dtest=DialectsDocumentTest -Ddialects.write=true
            """;

    private DialectsDocument() {}

    static String text() {
        StringBuilder text = new StringBuilder(HEAD);
        for (TableText.Entry entry : TableText.dialects()) {
            text.append("| ").append(entry.name());
            text.append(" | ").append(entry.rest("who"));
            text.append(" | ").append(fields(entry));
            text.append(" | ").append(peculiar(entry));
            text.append(" | ").append(links(entry.rest("source"))).append(" |\n");
        }
        text.append(STEMS);
        for (Role role : Role.values()) {
            String words = words(role);
            if (!words.isEmpty()) {
                text.append("| ")
                        .append(meaning(role))
                        .append(" | ")
                        .append(words)
                        .append(" |\n");
            }
        }
        return text.append(TAIL).toString();
    }

    private static String fields(TableText.Entry entry) {
        List<String> names = new ArrayList<>();
        entry.all("field").forEach(field -> names.add('`' + field.get(0) + '`'));
        entry.all("stem").forEach(stem -> names.add('`' + stem.get(0) + "-...`"));
        return String.join(", ", names);
    }

    private static String peculiar(TableText.Entry entry) {
        List<String> parts = new ArrayList<>();
        parts.add(entry.rest("says"));
        parts.add(entry.rest("unit").isEmpty() ? "" : "counts " + entry.rest("unit"));
        parts.add(entry.rest("hosts").isEmpty() ? "" : "of `" + entry.rest("hosts") + "` only");
        parts.removeIf(String::isEmpty);
        return String.join("; ", parts);
    }

    private static String links(String sources) {
        List<String> links = new ArrayList<>();
        for (String source : sources.split(", ", -1)) {
            String host = source.replaceFirst("https://(www\\.)?", "").replaceFirst("/.*", "");
            links.add("[" + host + "](" + source + ")");
        }
        return String.join(", ", links);
    }

    private static String words(Role role) {
        List<String> words = new ArrayList<>();
        for (List<String> word : TableText.stemWords()) {
            if (word.get(1).equals(role.name().toLowerCase(java.util.Locale.ROOT))) {
                words.add('`' + word.get(0) + '`');
            }
        }
        return String.join(", ", words);
    }

    private static String meaning(Role role) {
        return switch (role) {
            case WAIT -> "how long to wait after a refusal";
            case LIMIT -> "how much a window allows in all";
            case REMAINING -> "how much is left";
            case USED -> "how much is used";
            case RESET -> "when the window begins anew";
            case WINDOW -> "how long the window is";
            case BUCKET -> "the name of the limit that the request fell under";
            case SCOPE -> "whom a refusal is for";
            case NOTHING -> "nothing that counts";
            default -> role.name();
        };
    }
}
