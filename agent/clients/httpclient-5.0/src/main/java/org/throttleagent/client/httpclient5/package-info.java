/**
 * Apache HttpClient 5.0 to 5.6, its blocking clients: those of {@code HttpClients.custom()} and {@code createMinimal()}, and
 * everything that rides on them. All of these versions have the hooks under the same names.
 *
 * <table>
 * <caption>The hooks</caption>
 * <tr><th>Hook<th>Woven into<th>What it does
 * <tr><td>attempt<td>{@code ConnectExec.execute}
 *     <td>Waits for the turn of an attempt while no connection is leased: redirects, authentication legs and the client's own
 *     second tries all come by. A leg on a connection that is still held does not wait, and is booked as debt.
 * <tr><td>wire<td>{@code MainClientExec.execute}
 *     <td>The request is sent over a connection, and answered. What a proxy says to CONNECT does not come by.
 * <tr><td>exchange<td>{@code ProtocolExec.execute}
 *     <td>Runs the exchange again where it ended with a refusal, with the headers that it began with: below redirects and
 *     caches, above authentication, whose answers are so made anew.
 * <tr><td>own-retry<td>{@code DefaultHttpRequestRetryStrategy.retryRequest}
 *     <td>Says no where the agent has decided about the answer already. The strategy would wait for any time that a server
 *     names, on top of what the agent has waited.
 * <tr><td>minimal<td>{@code MinimalHttpClient.doExecute}
 *     <td>All of this in one place, for the client that has no chain.
 * <tr><td>closed<td>{@code close} of the two connection managers
 *     <td>Ends the waits of the requests that would have leased from it.
 * </table>
 *
 * <p>A strategy of the application's own is not answered for; what it sends again is paced and counted.
 */
@NullMarked
package org.throttleagent.client.httpclient5;

import org.jspecify.annotations.NullMarked;
