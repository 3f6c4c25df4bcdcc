package org.throttleagent.client.okhttp;

import java.io.IOException;
import okhttp3.Call;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.throttleagent.gate.Throttle;
import org.throttleagent.gate.ThrottledCall;

/** Decides where an enqueued call waits for its first attempt: without a thread, wherever that can be known so early. */
final class EnqueuedCalls {
    private final Throttle throttle;
    private final Frames frames;
    private final Waits waits;
    private final Slots slots;
    private final Bodies bodies;

    EnqueuedCalls(Throttle throttle, Frames frames, Waits waits, Slots slots, Bodies bodies) {
        this.throttle = throttle;
        this.frames = frames;
        this.waits = waits;
        this.slots = slots;
        this.bodies = bodies;
    }

    /** Whether the dispatcher's thread must leave the call's body, which is run again when the call may go. */
    boolean mustLeave(Object asyncCall) {
        frames.dropStale();
        DispatcherMembers members = slots.members(asyncCall);
        if (members == null) {
            return false;
        }
        try {
            return mustLeave(asyncCall, members);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean mustLeave(Object asyncCall, DispatcherMembers members) throws ReflectiveOperationException {
        Call call = members.call(asyncCall);
        Wait over = waits.remove(call);
        if (over instanceof ParkedCall) {
            frames.push(((ParkedCall) over).frame());
            return false;
        }
        ThrottledCall throttled = throttle.newCall();
        OkHttpClient client = members.client(call);
        Frame frame = Frame.ofEnqueued(call, throttled, asyncCall);
        if (call.isCanceled() || mayBeCached(client, call.request())) {
            frames.push(frame);
            return false;
        }
        // the call's timeout runs only while its body does
        AdmittedRequest request = new AdmittedRequest(new OkHttpRequest(call.request(), bodies, 0));
        ParkedCall parked = new ParkedCall(call, frame, request, client.dispatcher(), slots, members, waits);
        waits.add(parked);
        if (leaves(parked, throttled, request)) {
            return true;
        }
        waits.remove(parked);
        frames.push(parked.decided() ? parked.frame() : Frame.ofEnqueued(call, throttle.newCall(), asyncCall));
        return false;
    }

    private static boolean leaves(ParkedCall parked, ThrottledCall throttled, AdmittedRequest request)
            throws ReflectiveOperationException {
        try {
            if (throttled.admit(request, parked)) {
                parked.accept(null);
                return false;
            }
        } catch (IOException e) {
            parked.accept(e);
            return false;
        }
        return parked.leave();
    }

    /** Whether a cache may answer, which costs nothing of the limit. Then the attempt waits, on its thread. */
    private static boolean mayBeCached(OkHttpClient client, Request request) {
        return client.cache() != null
                && request.method().equals("GET")
                && !request.cacheControl().noCache()
                && !request.cacheControl().noStore();
    }
}
