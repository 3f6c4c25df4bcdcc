package org.throttleagent.kit;

import java.util.List;

class JavaNetHttpIT extends ClientContract {
    @Override
    List<Client> clients() {
        return List.of(Client.ofJdk(Client.JDK_HTTPCLIENT, 11));
    }
}
