package org.throttleagent.signal;

import java.util.Locale;

/** What a limit counts. */
public enum Unit {
    /** Requests, or what every request takes the same number of. */
    REQUESTS,
    /** Tokens of a language model. */
    TOKENS,
    /** Points, credits, complexity or cost: a request may take any number. */
    POINTS,
    /** Bytes, characters, media: the size of what is sent. */
    BYTES,
    /** Requests at the same time. */
    CONCURRENT,
    /** Percent of a limit that is not told. */
    PERCENT,
    /** Errors that may still be made. */
    ERRORS,
    /** Time spent, by a processor or of audio. */
    TIME;

    /** Whether a request takes one of it, so that what is left tells how many requests may go. */
    public boolean paces() {
        return this == REQUESTS;
    }

    /** As it is written in the table, in settings and by the command line. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
