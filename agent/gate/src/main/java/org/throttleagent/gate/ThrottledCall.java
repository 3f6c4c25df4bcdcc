package org.throttleagent.gate;

import java.io.IOException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One logical call of the application. For each attempt an adapter goes through
 *
 * <pre>
 *   await or admit  ->  sent  ->  answered or failed  ->  (resend? then await or admit again)
 * </pre>
 *
 * <p>Except {@link #cancel()}, which any thread may call at any time, the methods of one call are not called by two threads
 * at once; a hand-over from one thread to the next publishes safely.
 */
public interface ThrottledCall {
    /**
     * Waits on the calling thread until the next attempt may go. Holds no lock. A request whose wait does not fit is not
     * waited for: it passes or fails at once, as its rule says.
     *
     * @param request the attempt
     * @param cancelled looked at again every 100 ms or sooner; a client that can tell of a cancellation calls {@link #cancel()}
     * @return false if the call was cancelled meanwhile; then nothing may be sent
     * @throws java.io.InterruptedIOException if the thread was interrupted; its interrupt flag is set
     * @throws IOException if the rule lets requests fail whose wait does not fit; the message says why
     */
    boolean await(OutboundRequest request, BooleanSupplier cancelled) throws IOException;

    /**
     * Asks for the next attempt without ever blocking.
     *
     * @param request the attempt
     * @param later called once, on a thread of the agent, when the attempt may go ({@code null}) or may not (why). Not
     *     called if this method returned true or threw, nor after {@link #cancel()}. Must not block
     * @return true if the attempt may go at once
     * @throws IOException if the rule lets requests fail whose wait does not fit
     */
    boolean admit(OutboundRequest request, Consumer<@Nullable IOException> later) throws IOException;

    /** Whether {@link #admit} for this request would have to wait. Changes nothing. */
    boolean mustWait(OutboundRequest request);

    /** Ends a wait that is going on, and gives its place back. A permit that was granted but not used is given back too. */
    void cancel();

    /**
     * The head of a request is about to be written. An attempt that holds no permit (an authentication leg on a kept
     * connection, a re-send by the client itself) is charged as debt, so that later ones wait for it.
     */
    void sent(OutboundRequest request);

    /** The attempt that was sent last has this answer. Further answers to the same attempt are ignored, as are 1xx. */
    void answered(ResponseHead head);

    /**
     * Whether the answer was a refusal and the agent wants the attempt sent again; asked once, where the adapter can still
     * do it. If true the adapter goes on with {@link #await} or {@link #admit}.
     */
    boolean resend();

    /** The attempt that was sent last ended without a response head. Ignored if it has been answered. */
    void failed(@Nullable Throwable why);

    /** The application's call is over: what is held for it is given back. May be called more than once, or never. */
    void finished();
}
