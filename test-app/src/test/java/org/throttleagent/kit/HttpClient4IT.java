package org.throttleagent.kit;

import java.util.List;

class HttpClient4IT extends ClientContract {
    private static final Client OLDEST = Client.httpClient4("4.3");

    /** The oldest served, and the newest. */
    @Override
    List<Client> clients() {
        return List.of(OLDEST, Clients.HTTPCLIENT_4);
    }

    @Override
    List<Client> older() {
        return List.of(OLDEST);
    }
}
