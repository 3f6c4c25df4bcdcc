package org.throttleagent.kit;

import java.util.List;

class OkHttpIT extends ClientContract {
    /** The oldest served, the last without Kotlin, the most used, the newest. */
    static final List<String> VERSIONS = List.of("3.4.1", "3.14.9", "4.12.0", "5.5.1");

    @Override
    List<Client> clients() {
        return VERSIONS.stream().map(Client::okHttp).toList();
    }

    @Override
    List<Client> older() {
        return clients().subList(0, 2);
    }
}
