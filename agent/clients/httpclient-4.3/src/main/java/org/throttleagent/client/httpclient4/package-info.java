/**
 * Apache HttpClient 4.3 to 4.5, the blocking one: clients with the main chain of executors (what {@code HttpClients} and {@code
 * HttpClientBuilder} make) and minimal ones.
 *
 * <table>
 * <caption>The hooks</caption>
 * <tr><th>Hook<th>Woven into<th>What it does
 * <tr><td>call<td>{@code InternalHttpClient.doExecute}
 *     <td>Notes which call the thread is in. Calls nest: an interceptor may make another.
 * <tr><td>minimal call<td>{@code MinimalHttpClient.doExecute}
 *     <td>The same; and a refused request goes once more through the whole method, which begins with the application's request.
 * <tr><td>attempt<td>{@code MainClientExec.execute}, {@code MinimalClientExec.execute}
 *     <td>Waits before a connection is asked for. Redirects, the client's own second tries and ours come by; its cache does
 *     not, nor do further legs of authentication.
 * <tr><td>wire<td>{@code HttpRequestExecutor.execute}
 *     <td>One request and its answer, each leg of authentication too. A leg that comes without having waited is booked as
 *     debt. CONNECT comes by as well, and is told by its request object.
 * <tr><td>protocol<td>{@code ProtocolExec.execute}
 *     <td>A refused request goes once more through the method, with the headers and the body that it came with; so cookies,
 *     authentication and the other interceptors begin anew, as they do when the client itself tries again.
 * <tr><td>shut-down<td>{@code shutdown} of the pooling and of the basic connection manager
 *     <td>Ends waits at once; the client then finds its connections shut down, and says so itself.
 * <tr><td>call, route<td>{@code DefaultRequestDirector.execute}, {@code determineRoute}
 *     <td>In {@code DefaultHttpClient} and its kin, which are older than 4.3 and still there: waits for a call's first attempt,
 *     and counts what the wire hook sees. A redirect is followed at once, as debt, and nothing is sent again.
 * <tr><td>own-retry<td>{@code DefaultServiceUnavailableRetryStrategy.retryRequest}
 *     <td>Where the agent sees to a key, an application's strategy for 503 does not come on top.
 * </table>
 *
 * <p>An abort ends a wait through the client's own means, the {@code Cancellable} of the request. Aborted and interrupted waits
 * end with {@code RequestAbortedException}, as a wait for a connection does.
 *
 * <p>A request has no timeout of its own here; times for connecting, for the pool and for the answer begin after the wait. A
 * body says itself whether it is repeatable. Which credentials the client will add by itself cannot be known before there is a
 * connection: such requests count as without any.
 */
@NullMarked
package org.throttleagent.client.httpclient4;

import org.jspecify.annotations.NullMarked;
