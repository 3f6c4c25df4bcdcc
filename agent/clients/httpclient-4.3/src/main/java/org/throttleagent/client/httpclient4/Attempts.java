package org.throttleagent.client.httpclient4;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import org.apache.http.HttpRequest;
import org.apache.http.HttpResponse;
import org.apache.http.client.methods.HttpExecutionAware;
import org.apache.http.conn.routing.HttpRoute;
import org.apache.http.impl.client.RequestWrapper;
import org.jspecify.annotations.Nullable;

/** Every attempt: waits for its turn, and tells what went over the wire and what came of it. */
final class Attempts {
    private final Frames frames;
    private final Waits waits;

    Attempts(Frames frames, Waits waits) {
        this.frames = frames;
        this.waits = waits;
    }

    /** Returns what the attempt must fail with, or {@code null} when it may go. */
    @Nullable
    IOException begin(
            HttpRequest wire, HttpRoute route, @Nullable HttpExecutionAware execAware, @Nullable Object manager) {
        Frame top = frames.top();
        // a cache refreshes its entries on threads of its own
        Frame frame = top == null ? frames.begin(null) : top;
        HttpClient4Request request = new HttpClient4Request(route.getTargetHost(), wire);
        frame.attempt = new Attempt(wire, request);
        IOException failure = waits.await(frame.call, request, new Wait(frame.call, execAware, manager));
        if (failure != null) {
            left(frame);
        }
        return failure;
    }

    /**
     * A client of before 4.3 knows where its request goes. The first time it waits; later it holds a connection, which others
     * may need, so what a redirect leads to is sent as debt.
     */
    @Nullable
    IOException routed(RequestWrapper wire, HttpRoute route) {
        Frame frame = frames.top();
        if (frame == null) {
            return null;
        }
        boolean first = frame.attempt == null;
        HttpClient4Request request = new HttpClient4Request(route.getTargetHost(), wire);
        frame.attempt = new Attempt(wire, request);
        HttpRequest original = wire.getOriginal();
        HttpExecutionAware execAware = original instanceof HttpExecutionAware ? (HttpExecutionAware) original : null;
        return first ? waits.await(frame.call, request, new Wait(frame.call, execAware, null)) : null;
    }

    /** The attempt has ended, with a response or with what was thrown. */
    void end(HttpRequest wire, @Nullable Object outcome) {
        Frame frame = frames.top();
        Attempt attempt = frame == null ? null : frame.attempt;
        if (frame == null || attempt == null || attempt.wire != wire) {
            return;
        }
        if (!attempt.sent && wasSent(attempt, outcome)) {
            sent(frame, attempt);
            ended(frame, outcome);
        }
        left(frame);
    }

    private void left(Frame frame) {
        if (frame.client == null) {
            frames.end(frame);
        }
    }

    /** An executor of the application's need not come by the wire; and who fails to connect has tried, as far as limits go. */
    private static boolean wasSent(Attempt attempt, @Nullable Object outcome) {
        return outcome instanceof HttpResponse
                ? !attempt.seenOnWire
                : outcome instanceof ConnectException || outcome instanceof NoRouteToHostException;
    }

    /** A request is about to be written. */
    void wireBegins(HttpRequest wire) {
        Frame frame = frames.top();
        Attempt attempt = frame == null ? null : frame.attempt;
        if (frame != null && attempt != null) {
            attempt.seenOnWire = true;
            if (attempt.wire == wire) {
                sent(frame, attempt);
            }
        }
    }

    /** It was answered, or not. */
    void wireEnds(HttpRequest wire, @Nullable Object outcome) {
        Frame frame = frames.top();
        if (frame != null && frame.attempt != null && frame.attempt.wire == wire) {
            ended(frame, outcome);
        }
    }

    private static void sent(Frame frame, Attempt attempt) {
        attempt.sent = true;
        frame.answered(0);
        frame.call.sent(attempt.request);
    }

    private static void ended(Frame frame, @Nullable Object outcome) {
        if (outcome instanceof HttpResponse) {
            HttpClient4ResponseHead head = new HttpClient4ResponseHead((HttpResponse) outcome);
            frame.answered(head.status());
            frame.call.answered(head);
        } else {
            frame.call.failed((Throwable) outcome);
        }
    }
}
