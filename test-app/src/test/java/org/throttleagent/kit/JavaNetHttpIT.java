package org.throttleagent.kit;

import java.util.List;

class JavaNetHttpIT extends ClientContract {
    @Override
    List<Client> clients() {
        return List.of(Clients.JAVA_NET_HTTP);
    }
}
