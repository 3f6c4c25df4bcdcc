/**
 * OkHttp 3.4 to 5: {@code execute} and {@code enqueue}, and everything that rides on them. Up to 4.3 its calls are {@code
 * okhttp3.RealCall}, from 4.4 on {@code okhttp3.internal.connection.RealCall}; version 5 is the artifact {@code okhttp-jvm}.
 *
 * <table>
 * <caption>The hooks</caption>
 * <tr><th>Hook<th>Woven into<th>What it does
 * <tr><td>call<td>{@code RealCall.getResponseWithInterceptorChain} (4.4: {@code ...$okhttp})
 *     <td>Notes which call the thread is in. Calls nest: an authenticator may make another.
 * <tr><td>attempt<td>{@code ConnectInterceptor.intercept}
 *     <td>Waits for the turn of each attempt on the wire, tells its outcome. The cache has been asked before, a connection
 *     is looked for after. Redirects, authentication legs and OkHttp's own second tries all come by.
 * <tr><td>follow-up<td>{@code RetryAndFollowUpInterceptor.followUpRequest}, with four parameter lists: 3.4, 3.10, 4.4, 5.4
 *     <td>Where OkHttp would hand a refusal to the application, returns the same request instead, so that OkHttp closes the
 *     refusal and sends it again by its own rules, at most twenty times in all.
 * <tr><td>enqueued<td>{@code AsyncCall.execute} (4.0: {@code run})
 *     <td>A call that has to wait for its first attempt leaves its thread and its place in the dispatcher, and is enqueued
 *     again when it may go. A call's timeout (3.12) does not run meanwhile, because OkHttp starts it in the body.
 * <tr><td>cancelled, cancel-all<td>{@code RealCall.cancel}, {@code Dispatcher.cancelAll}
 *     <td>Ends waits at once; OkHttp then reports the cancellation itself.
 * <tr><td>queued-, running-count, -calls<td>{@code Dispatcher}'s four questions
 *     <td>Calls that wait with the agent are still seen: as queued before their first attempt, as running after it.
 * </table>
 *
 * <p>An enqueued call that must wait later (before it is sent again, after an interceptor has changed its key, or where
 * a cache might have answered) waits on its dispatcher's thread, because interceptors cannot be left, but lends its place
 * to another call; at most as many do so as the dispatcher runs calls. Where OkHttp's private books cannot be reached (as a
 * named module that is not opened, or kept in a way not known here) the call keeps its place, and first attempts wait on
 * their threads too.
 *
 * <p>Before 3.14 a body cannot be asked whether it may be written twice; then only OkHttp's own bodies are. Before 3.9 an
 * attempt cannot tell its call; then an interceptor that goes on on another thread is paced, and neither retried nor
 * woken by a cancellation.
 */
@NullMarked
package org.throttleagent.client.okhttp;

import org.jspecify.annotations.NullMarked;
