package org.throttleagent.client.okhttp;

import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Call;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** Frees the places that waiting calls would hold among a dispatcher's running ones, by default 64 and 5 for each host. */
final class Slots {
    // The dispatcher guards its books with its own monitor, and so does this class. Nothing is called under it but the
    // books themselves: promoting other calls runs code of the application in every version.

    /** Read once, of the class of the first enqueued call. */
    private volatile @Nullable DispatcherMembers members;

    private volatile boolean unavailable;

    /** Threads that wait while another call has their place. */
    private final AtomicInteger lent = new AtomicInteger();

    /** The members for {@code asyncCall}, or {@code null} where this OkHttp does not let the agent at them. */
    @Nullable
    DispatcherMembers members(Object asyncCall) {
        DispatcherMembers found = members;
        if (found == null && !unavailable) {
            found = DispatcherMembers.of(asyncCall.getClass());
            members = found;
            unavailable = found == null;
        }
        return found;
    }

    /**
     * Takes a running call's place away while its thread waits, and lets others have it. At most as many threads as a
     * dispatcher runs calls lend their places, so that calls which wait do not pile up threads without end.
     *
     * @return the dispatcher, for {@link #takeBack}; {@code null} if the call keeps its place
     */
    @Nullable
    Dispatcher lend(Object asyncCall) {
        DispatcherMembers known = members(asyncCall);
        if (known == null) {
            return null;
        }
        try {
            OkHttpClient client = known.client(known.call(asyncCall));
            Dispatcher dispatcher = client.dispatcher();
            if (lent.get() >= dispatcher.getMaxRequests() || !remove(known, dispatcher, asyncCall)) {
                return null;
            }
            lent.incrementAndGet();
            promote(dispatcher);
            return dispatcher;
        } catch (ReflectiveOperationException e) {
            return null;
        }
    }

    /** Gives a call its place again, though the dispatcher then runs one more than it should for a moment. */
    void takeBack(Dispatcher dispatcher, Object asyncCall) {
        lent.decrementAndGet();
        add(dispatcher, asyncCall);
    }

    /** Takes a call off the running ones for good; whoever does so puts it back or enqueues it anew. */
    boolean remove(DispatcherMembers known, Dispatcher dispatcher, Object asyncCall)
            throws ReflectiveOperationException {
        synchronized (dispatcher) {
            if (!known.running(dispatcher).remove(asyncCall)) {
                return false;
            }
            known.addPerHost(asyncCall, -1);
            return true;
        }
    }

    void add(Dispatcher dispatcher, Object asyncCall) {
        DispatcherMembers known = members(asyncCall);
        if (known == null) {
            return;
        }
        try {
            synchronized (dispatcher) {
                known.running(dispatcher).add(asyncCall);
                known.addPerHost(asyncCall, 1);
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot give a call its place back", e);
        }
    }

    /** Has the dispatcher start what may start now. Setting a limit to what it is does so, in every version. */
    static void promote(Dispatcher dispatcher) {
        try {
            dispatcher.setMaxRequests(dispatcher.getMaxRequests());
        } catch (RuntimeException | Error e) {
            // before 3.12 it throws where its executor has been shut down; the call that waits is none the worse
        }
    }

    /** The call behind {@code asyncCall}, or {@code null}. */
    @Nullable
    Call call(Object asyncCall) {
        DispatcherMembers known = members(asyncCall);
        try {
            return known == null ? null : known.call(asyncCall);
        } catch (ReflectiveOperationException e) {
            return null;
        }
    }
}
