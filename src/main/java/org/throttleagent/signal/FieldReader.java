package org.throttleagent.signal;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Reads the values of the fields of one response into facts. Confined to the thread that reads the response. */
final class FieldReader {
    private final ServerClock clock;
    private final @Nullable Notes notes;
    private final Facts facts = new Facts();
    private final StructuredLimits structured = new StructuredLimits(facts);

    FieldReader(ServerClock clock, @Nullable Notes notes) {
        this.clock = clock;
        this.notes = notes;
    }

    Facts facts() {
        structured.finish(notes);
        return facts.settled();
    }

    /** Reads one line; a value that cannot be read leaves no trace. */
    void read(HeaderField field, String name, String value) {
        String meaning = meaning(field, name, value);
        if (notes != null) {
            if (meaning == null) {
                notes.ignored(name, value, "it cannot be read");
            } else if (meaning.isEmpty()) {
                notes.ignored(name, value, "it says nothing that counts");
            } else {
                notes.read(name, value, meaning);
            }
        }
    }

    /** What a line says, in a few words; empty if it says nothing that counts, null if it cannot be read. */
    private @Nullable String meaning(HeaderField field, String name, String value) {
        switch (field.role) {
            case WAIT:
                return delay(field, name, value);
            case LIMIT:
                return count(field, value) ? "the limit" : null;
            case REMAINING:
                return count(field, value) ? "what is left" : null;
            case USED:
                return count(field, value) ? "what is used" : null;
            case RESET:
                return resets(field, name, value);
            case WINDOW:
                return length(field, value) ? "the window's length" : null;
            case WINDOWS:
                return windows(field, name, value);
            case BUCKET:
                return bucket(value) ? "the name of the limit" : null;
            case SCOPE:
                return scope(field, value);
            case REFUSAL:
                return throttled(field, value) ? "refused for a limit" : "";
            case OVERLOAD:
                facts.overloaded();
                return "overloaded";
            default:
                return "";
        }
    }

    private @Nullable String delay(HeaderField field, String name, String value) {
        long nanos = field.grammar.delayNanos(value, clock);
        facts.directWait(field.grammar, name, nanos);
        return nanos == Grammar.UNKNOWN
                ? null
                : nanos == Grammar.PAST ? "how long to wait: it is over" : "how long to wait";
    }

    private boolean count(HeaderField field, String value) {
        if (field.grammar == Grammar.SPANS) {
            return CountLists.readSpans(field, value, facts);
        }
        if (field.grammar == Grammar.RATE) {
            return CountLists.readRate(field, value, facts);
        }
        return CountLists.read(field, value, facts);
    }

    private @Nullable String resets(HeaderField field, String name, String value) {
        long nanos = field.grammar.delayNanos(value, clock);
        Window window = facts.window(field, 0);
        if (nanos == Grammar.UNKNOWN || window == null) {
            return null;
        }
        window.reset(field.grammar, name, nanos);
        if (field.grammar == Grammar.WHEN) {
            CountLists.readMoreResets(field, name, value, facts, clock);
        }
        return nanos == Grammar.PAST ? "when it resets: that is over" : "when it resets";
    }

    private boolean length(HeaderField field, String value) {
        long nanos = field.grammar == Grammar.MILLIS ? field.grammar.delayNanos(value, clock) : Periods.nanos(value);
        Window window = nanos <= 0 ? null : facts.window(field, 0);
        if (window != null) {
            window.length(nanos);
        }
        return window != null;
    }

    private @Nullable String windows(HeaderField field, String name, String value) {
        switch (field.grammar) {
            case PAIR:
                return Pairs.readPair(field, value, facts) ? "used and limit" : null;
            case PAIRS:
                return Pairs.readNamed(field, value, facts) ? "used and limit" : null;
            case RECORDS:
                return Records.read(field, name, value, facts, clock) ? "a window" : null;
            case NAMED:
                return Records.readNamed(field, value, facts) ? "what is left" : null;
            case PERCENTAGES:
                return Percentages.read(field, name, value, facts) ? "percentages of what is used" : null;
            case CATEGORIES:
                return Categories.read(field, name, value, facts) ? "what is limited, and for how long" : null;
            default:
                structured.add(field, name, value); // lines are put together first, and judged then
                return "a structured field";
        }
    }

    private boolean bucket(String value) {
        String text = AsciiCursor.trimmed(value, Facts.MAX_NAME);
        facts.bucket(text);
        return !text.isEmpty();
    }

    private String scope(HeaderField field, String value) {
        String text = AsciiCursor.trimmed(value, Facts.MAX_NAME);
        boolean everything = field.grammar == Grammar.FLAG ? Ascii.is(text, "true") : Ascii.is(text, "global");
        if (everything) {
            facts.global();
        }
        return everything ? "for all that this client does" : "";
    }

    private boolean throttled(HeaderField field, String value) {
        String text = AsciiCursor.trimmed(value, AsciiCursor.MAX_CHARS);
        boolean said = field.grammar == Grammar.AWS_ERROR
                ? speaksOfThrottling(text)
                : !text.isEmpty() && !Ascii.is(text, "false") && !Ascii.is(text, "no") && !Ascii.is(text, "0");
        if (said) {
            facts.throttled();
        }
        return said;
    }

    /** The names that AWS's clients take for throttling: ThrottlingException, TooManyRequestsException, SlowDown and so on. */
    private static boolean speaksOfThrottling(String error) {
        String lower = Ascii.lower(error);
        return lower.contains("throttl")
                || lower.contains("toomanyrequests")
                || lower.contains("requestlimitexceeded")
                || lower.contains("bandwidthlimitexceeded")
                || lower.contains("slowdown")
                || lower.contains("provisionedthroughputexceeded")
                || lower.contains("limitexceededexception") && lower.contains("request");
    }

    /** Seconds as the compound grammars write them. */
    static long secondsToNanos(@Nullable Decimal seconds) {
        return seconds == null ? Grammar.UNKNOWN : seconds.toNanos(TimeUnit.SECONDS);
    }
}
