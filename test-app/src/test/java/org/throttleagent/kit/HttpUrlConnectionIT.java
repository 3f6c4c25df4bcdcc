package org.throttleagent.kit;

import java.util.List;

class HttpUrlConnectionIT extends ClientContract {
    @Override
    List<Client> clients() {
        return List.of(Clients.HTTP_URL_CONNECTION);
    }
}
