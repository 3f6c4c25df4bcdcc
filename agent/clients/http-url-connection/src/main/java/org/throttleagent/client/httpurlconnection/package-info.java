/**
 * {@code java.net.HttpURLConnection} for http and https, as the JDK implements it from 8 to 26.
 *
 * <p>The hooks, each of which is there under the same name in all of these releases:
 *
 * <ul>
 *   <li>{@link org.throttleagent.client.httpurlconnection.ConnectAdvice}: waits before there is a connection. A wait any later
 *       would hold a connection that the server may drop meanwhile, which breaks every request with a body.
 *   <li>{@link org.throttleagent.client.httpurlconnection.WriteAdvice}, {@link
 *       org.throttleagent.client.httpurlconnection.WireAdvice}: the request goes out. An authentication leg on a kept connection
 *       and the JDK's own hidden re-send come by here without having waited, and are booked as debt. CONNECT requests come by
 *       as well and are told apart by their header object.
 *   <li>{@link org.throttleagent.client.httpurlconnection.ParseAdvice}, {@link
 *       org.throttleagent.client.httpurlconnection.Parse21Advice}: the answer's head has been read, or never came.
 *   <li>{@link org.throttleagent.client.httpurlconnection.FollowAdvice}: a refused request is sent again as if it had been
 *       redirected to where it went; the JDK then replays the body and authenticates by its own rules. One loop of the JDK's
 *       counts both, and gives up after {@code http.maxRedirects} (20).
 *   <li>{@link org.throttleagent.client.httpurlconnection.DisconnectAdvice}: ends a wait.
 * </ul>
 */
@NullMarked
package org.throttleagent.client.httpurlconnection;

import org.jspecify.annotations.NullMarked;
