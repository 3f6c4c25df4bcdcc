package org.throttleagent.client.okhttp;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Lock;
import okhttp3.Call;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** The members of OkHttp's dispatcher that are not public, as one version names them. */
final class DispatcherMembers {
    /** Counts one host's calls among the running ones, up to 3.12. */
    private static final String HOST_COUNT = "runningCallsForHost";

    private final Method callOfAsync;
    private final Field clientOfCall;
    private final Field running;
    private final Method enqueue;

    /** Since 3.13; before, the dispatcher counts its running calls by host each time. */
    private final @Nullable Method perHost;

    private DispatcherMembers(
            Method callOfAsync, Field clientOfCall, Field running, Method enqueue, @Nullable Method perHost) {
        this.callOfAsync = callOfAsync;
        this.clientOfCall = clientOfCall;
        this.running = running;
        this.enqueue = enqueue;
        this.perHost = perHost;
    }

    /** The members that go with {@code asyncCall}'s class, or {@code null} where one of them cannot be had. */
    static @Nullable DispatcherMembers of(Class<?> asyncCall) {
        Class<?>[] none = {};
        Method callOfAsync = Members.declared(asyncCall, none, "getCall", "get");
        if (callOfAsync == null) {
            return null;
        }
        Field clientOfCall = Members.field(callOfAsync.getReturnType(), "client");
        Field running = Members.field(Dispatcher.class, "runningAsyncCalls");
        Method enqueue = Members.declared(Dispatcher.class, new Class<?>[] {asyncCall}, "enqueue$okhttp", "enqueue");
        if (clientOfCall == null || running == null || enqueue == null || hasLock()) {
            return null;
        }
        Method perHost = Members.declared(asyncCall, none, "getCallsPerHost", "callsPerHost");
        if (perHost == null && Members.declared(Dispatcher.class, new Class<?>[] {asyncCall}, HOST_COUNT) == null) {
            // books that are kept in a way not known here are not touched
            return null;
        }
        return new DispatcherMembers(callOfAsync, clientOfCall, running, enqueue, perHost);
    }

    /** Whether the dispatcher guards its books with something else than its monitor, as no version so far does. */
    private static boolean hasLock() {
        for (Field field : Dispatcher.class.getDeclaredFields()) {
            if (Lock.class.isAssignableFrom(field.getType())) {
                return true;
            }
        }
        return false;
    }

    Call call(Object asyncCall) throws ReflectiveOperationException {
        return (Call) callOfAsync.invoke(asyncCall);
    }

    OkHttpClient client(Call call) throws ReflectiveOperationException {
        return (OkHttpClient) clientOfCall.get(call);
    }

    /** The calls that have a place; guarded by the dispatcher's monitor. */
    @SuppressWarnings("unchecked")
    Deque<Object> running(Dispatcher dispatcher) throws ReflectiveOperationException {
        return (Deque<Object>) running.get(dispatcher);
    }

    void enqueue(Dispatcher dispatcher, Object asyncCall) throws ReflectiveOperationException {
        enqueue.invoke(dispatcher, asyncCall);
    }

    /**
     * Whether {@link #enqueue} throws and leaves the call among the running ones when its executor takes no more, as up
     * to 3.11. Later versions tell the callback. It is told by the method's being synchronized.
     */
    boolean enqueueThrows() {
        return Modifier.isSynchronized(enqueue.getModifiers());
    }

    void addPerHost(Object asyncCall, int change) throws ReflectiveOperationException {
        if (perHost != null) {
            ((AtomicInteger) perHost.invoke(asyncCall)).addAndGet(change);
        }
    }
}
