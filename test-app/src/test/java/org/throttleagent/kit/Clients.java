package org.throttleagent.kit;

import java.util.List;
import java.util.stream.Stream;

/** The clients under test. */
final class Clients {
    static final Client HTTP_URL_CONNECTION = Client.ofJdk(Client.HTTP_URL_CONNECTION, 8);
    static final Client JAVA_NET_HTTP = Client.ofJdk(Client.JAVA_NET_HTTP, 11);

    /** The version that most have. */
    static final Client OKHTTP = Client.okHttp("4.12.0");

    static final Client HTTPCLIENT_4 = Client.httpClient4("4.5.14");

    private Clients() {}

    /** Each client once, where what is tested does not depend on its version. */
    static List<Client> oneVersionEach(Jdk jdk) {
        return Stream.of(HTTP_URL_CONNECTION, JAVA_NET_HTTP, OKHTTP, HTTPCLIENT_4)
                .filter(client -> jdk.feature() >= client.oldestJdk())
                .toList();
    }
}
