package org.throttleagent.kit;

import java.util.List;

class HttpUrlConnectionIT extends ClientContract {
    @Override
    List<Client> clients() {
        return List.of(Client.ofJdk(Client.HTTP_URL_CONNECTION, 8));
    }
}
