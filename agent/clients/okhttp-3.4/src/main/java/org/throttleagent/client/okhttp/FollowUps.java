package org.throttleagent.client.okhttp;

import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Has a refused request sent again by OkHttp's own loop, which replays the body and closes the refusal. */
final class FollowUps {
    /** OkHttp's own limit of redirects, authentication legs and the like for one call; past it, the call fails. */
    private static final int MAX_FOLLOW_UPS = 20;

    private final Frames frames;
    private final Bodies bodies;

    FollowUps(Frames frames, Bodies bodies) {
        this.frames = frames;
        this.bodies = bodies;
    }

    /** The request to send again, or {@code null} when the response goes to the application. */
    @Nullable
    Request followUp(Response response) {
        Frame frame = frames.top();
        Response answer = frame == null ? null : frame.takeAnswer();
        if (frame == null || answer == null || !isOf(answer, response)) {
            return null;
        }
        Request request = response.request();
        boolean possible = bodies.repeatable(request)
                && request.header("Upgrade") == null
                && followUps(response) < MAX_FOLLOW_UPS
                && !(frame.call != null && frame.call.isCanceled());
        return possible && frame.throttled.resend() ? request : null;
    }

    /** Whether the response was made of this answer, and not of one that was cached or belongs to another call. */
    private static boolean isOf(Response answer, Response response) {
        Response network = response.networkResponse();
        return network != null
                && network.code() == answer.code()
                && network.receivedResponseAtMillis() == answer.receivedResponseAtMillis()
                && network.request().url().equals(answer.request().url());
    }

    private static int followUps(Response response) {
        int count = 0;
        for (Response prior = response.priorResponse(); prior != null; prior = prior.priorResponse()) {
            count++;
        }
        return count;
    }
}
