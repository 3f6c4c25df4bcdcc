package org.throttleagent.client.okhttp;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.Call;
import okhttp3.Dispatcher;
import org.jspecify.annotations.Nullable;
import org.throttleagent.gate.ThrottledCall;

/** The calls that wait now. Empty most of the time, and then nothing here costs more than a look-up. */
final class Waits {
    // Handlers of Dispatcher.cancelAll() and of its counters come here under the dispatcher's lock, so nothing in this
    // class takes a lock that is held elsewhere while asking for that one.

    /** By identity: OkHttp's calls have no equality of their own. */
    private final Map<Call, Wait> byCall = new ConcurrentHashMap<>();

    private final Slots slots;

    Waits(Slots slots) {
        this.slots = slots;
    }

    /**
     * Waits on this thread for the turn of an attempt. An enqueued call does not keep its place among the dispatcher's
     * running calls meanwhile.
     *
     * @return false if the call was cancelled
     */
    boolean await(Frame frame, OkHttpRequest request) throws IOException {
        ThrottledCall throttled = frame.throttled;
        Call call = frame.call;
        if (call == null) {
            return throttled.await(request, () -> false);
        }
        if (!throttled.mustWait(request)) {
            return throttled.await(request, call::isCanceled);
        }
        Object asyncCall = frame.asyncCall;
        Dispatcher lender = asyncCall == null ? null : slots.lend(asyncCall);
        byCall.put(call, new Wait(call, throttled, lender));
        try {
            return throttled.await(request, call::isCanceled);
        } finally {
            byCall.remove(call);
            if (asyncCall != null && lender != null) {
                slots.takeBack(lender, asyncCall);
            }
        }
    }

    void add(Wait wait) {
        byCall.put(wait.call, wait);
    }

    @Nullable
    Wait remove(Call call) {
        return byCall.remove(call);
    }

    boolean remove(Wait wait) {
        return byCall.remove(wait.call, wait);
    }

    void cancelled(Call call) {
        Wait wait = byCall.get(call);
        if (wait != null) {
            wait.cancelled();
        }
    }

    void cancelAll(Dispatcher dispatcher) {
        for (Wait wait : byCall.values()) {
            if (wait.leftOut == dispatcher) {
                wait.call.cancel();
            }
        }
    }

    /** How many calls the dispatcher should see beyond its own, or {@code null} for none. */
    @Nullable
    Integer count(Dispatcher dispatcher, boolean queued) {
        int count = 0;
        for (Wait wait : byCall.values()) {
            if (belongs(wait, dispatcher, queued)) {
                count++;
            }
        }
        return count == 0 ? null : count;
    }

    /** The dispatcher's own calls and those that it should see beyond them, or {@code null} where there are none. */
    @Nullable
    List<Object> addTo(@Nullable Object calls, Dispatcher dispatcher, boolean queued) {
        List<Object> all = null;
        for (Wait wait : byCall.values()) {
            if (belongs(wait, dispatcher, queued)) {
                if (all == null) {
                    all = new ArrayList<>(calls == null ? Collections.emptyList() : (Collection<?>) calls);
                }
                all.add(wait.call);
            }
        }
        return all == null ? null : Collections.unmodifiableList(all);
    }

    private static boolean belongs(Wait wait, Dispatcher dispatcher, boolean queued) {
        return wait.leftOut == dispatcher && wait.queued() == queued && wait.goesOn();
    }
}
