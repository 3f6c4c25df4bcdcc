package org.throttleagent.runtime.cli;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Reads response heads as {@code curl -i}, {@code curl -I} and {@code curl -v} print them, one after another, bodies between them. */
/*
 * A body has no mark at its end. Where the head tells its length and another head or the end of the file stands there, it is
 * taken at its word; else the next line that can only be a status line ends it.
 */
final class CurlFile {
    private final String file;
    private final String text;
    private final ResponseSink sink;
    private final String method;
    private @Nullable String url;
    private int at;
    private int line = 1;

    /**
     * A file.
     *
     * @param text its bytes, one character for each
     * @param request what was asked for first, if that is known; redirects are followed
     */
    CurlFile(String file, String text, @Nullable UrlRequest request, ResponseSink sink) {
        this.file = file;
        this.text = text;
        this.method = request == null ? "GET" : request.method();
        this.url = request == null ? null : request.url();
        this.sink = sink;
    }

    void read() {
        boolean any = false;
        skipOwnLines();
        int before = at;
        int beforeLine = line;
        while (seekHead()) {
            if (!any && at > before) {
                sink.problem(
                        file,
                        beforeLine,
                        "expected a response head, as in HTTP/1.1 200 OK; found " + Lines.shown(text, before));
            }
            any = true;
            head();
        }
        if (!any) {
            String found = before == text.length() ? "nothing" : Lines.shown(text, before);
            sink.problem(
                    file,
                    beforeLine,
                    "expected response heads as curl -i prints them, or an HTTP Archive; found " + found);
        }
    }

    /** Empty lines, and what {@code curl -v} says of the connection and the request. */
    private void skipOwnLines() {
        while (at < text.length() && (Lines.isBlank(text, at) || "*>{}".indexOf(text.charAt(at)) >= 0)) {
            nextLine();
        }
    }

    private void nextLine() {
        at = Lines.next(text, at);
        line++;
    }

    /** Goes to the next line that begins a head; whether there is one. */
    private boolean seekHead() {
        while (at < text.length()) {
            if (StatusLine.at(text, at) != null) {
                return true;
            }
            int inside = StatusLine.endOfBody(text, at);
            if (inside > at) {
                at = inside; // a body without a line break at its end
                return true;
            }
            nextLine();
        }
        return false;
    }

    private void head() {
        StatusLine status = StatusLine.at(text, at);
        if (status == null) {
            return;
        }
        RecordedResponse response = new RecordedResponse(file + ":" + line, status.status);
        nextLine();
        while (at < text.length() && !Lines.isBlank(text, at + status.prefix(text, at))) {
            if (StatusLine.at(text, at) != null) {
                break; // a head that ends without an empty line
            }
            boolean own = status.verbose && text.charAt(at) != '<';
            if (!own && !field(response, Lines.text(text, at + status.prefix(text, at)))) {
                sink.problem(file, line, "expected a header field, as in Name: value; found " + Lines.shown(text, at));
            }
            nextLine();
        }
        if (at < text.length() && StatusLine.at(text, at) == null) {
            nextLine();
        }
        if (status.isInterim()) {
            return;
        }
        response.url = url;
        response.method = method;
        sink.response(response);
        url = redirected(response);
        skipBody(response);
    }

    private static boolean field(RecordedResponse response, String field) {
        char first = field.charAt(0);
        if ((first == ' ' || first == '\t') && response.hasFields()) {
            response.fold(field.trim());
            return true;
        }
        int colon = field.indexOf(':');
        if (colon <= 0 || field.lastIndexOf(' ', colon) >= 0) {
            return false;
        }
        response.add(field.substring(0, colon), field.substring(colon + 1).trim());
        return true;
    }

    /** Where a redirect leads, if this is one; else what was asked for. */
    private @Nullable String redirected(RecordedResponse response) {
        String location = response.first("location");
        boolean redirect = response.status() >= 301 && response.status() <= 308 && response.status() != 304;
        if (url == null || location == null || !redirect) {
            return url;
        }
        try {
            return URI.create(url).resolve(location).toString();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private void skipBody(RecordedResponse response) {
        String length = response.first("content-length");
        if (length == null || length.isEmpty() || length.length() > 9 || StatusLine.at(text, at) != null) {
            return;
        }
        int bytes = 0;
        for (int i = 0; i < length.length(); i++) {
            if (length.charAt(i) < '0' || length.charAt(i) > '9') {
                return;
            }
            bytes = 10 * bytes + (length.charAt(i) - '0');
        }
        int end = at + bytes;
        if (end > text.length() || end < text.length() && StatusLine.at(text, end) == null) {
            return;
        }
        while (at < end) {
            int next = Lines.next(text, at);
            line += next <= end && text.charAt(next - 1) == '\n' ? 1 : 0;
            at = Math.min(next, end);
        }
    }
}
