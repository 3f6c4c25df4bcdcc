/**
 * {@code java.net.http.HttpClient} as the JDK implements it from 11 to 26: {@code send} and {@code sendAsync}, over every
 * version of HTTP that it speaks. One {@code MultiExchange} serves one call of the application; it makes its attempts
 * (redirects, authentication legs, re-sends after a lost connection, a stream that was refused) one after the other, each
 * by the same private method. An upgrade to HTTP/2 is one attempt with its request, the opening of a web socket is one, a
 * CONNECT and a pushed response are none.
 *
 * <p>The hooks:
 *
 * <ul>
 *   <li>{@link org.throttleagent.client.jdkhttpclient.AttemptAdvice} on {@code responseAsyncImpl}: each attempt. One that has to
 *       wait is skipped, and the client gets a future in its place; when the agent grants it, the application's executor
 *       makes the attempt. No thread waits, no connection is held, and the client's timers begin only then. From 26 on
 *       the method has a parameter, which is kept for the later call.
 *   <li>{@link org.throttleagent.client.jdkhttpclient.ResponseAdvice} on {@code responseFilters}: on entry each response's head,
 *       before its body is read. On exit, where no filter of the client wants a follow-up, a refused request becomes one:
 *       the client then drains the response, and the application sees it as {@code previousResponse}. Up to 25 the client
 *       makes {@code jdk.httpclient.redirects.retrylimit} (5) attempts in all, of which the last is left to its own re-sends;
 *       from 26 on it counts anew for each follow-up, so that only the agent's own limit holds.
 *   <li>{@link org.throttleagent.client.jdkhttpclient.CancelAdvice} on {@code cancel(IOException)} and, from 16 on, {@code
 *       cancel(boolean)}: ends a wait. The interrupt of {@code send} comes by here from 16 on, {@code shutdownNow} from 21 on.
 *   <li>{@link org.throttleagent.client.jdkhttpclient.PromiseAdvice} on {@code HttpClientImpl.sendAsync}: the future that the
 *       application gets, which {@code send} waits for as well. Done while an attempt waits, in whatever way, it ends the
 *       wait. Up to 15 it is the only sign of a cancellation.
 *   <li>{@link org.throttleagent.client.jdkhttpclient.BeginAdvice} on {@code responseAsync}: the future that ends the call.
 * </ul>
 *
 * <p>Two timers of the client do not stand still by themselves while an attempt waits after a first one: the request's own
 * timeout (up to 20 and from 26 on) and the connect timeout (in all). The first is ended when a wait begins, the second is
 * reset when it ends.
 */
@NullMarked
package org.throttleagent.client.jdkhttpclient;

import org.jspecify.annotations.NullMarked;
