package org.throttleagent.kit;

import java.util.List;

class HttpClient5IT extends ClientContract {
    private static final Client OLDEST = Client.httpClient5("5.0");
    private static final int ITS_JDK = 8;

    /** The oldest served, and the newest. */
    @Override
    List<Client> clients() {
        return List.of(OLDEST, Clients.HTTPCLIENT_5);
    }

    /** The oldest meets the oldest JDK and the one that builds: it is the same Java in all of them. */
    @Override
    boolean isTested(Client client, Jdk jdk) {
        return !client.equals(OLDEST)
                || jdk.feature() == ITS_JDK
                || jdk.feature() == Runtime.version().feature();
    }
}
