package org.throttleagent.weaver.build;

/** What {@code @ClientId} on an adapter says. */
final class Client {
    final String id;
    final boolean library;

    Client(String id, boolean library) {
        this.id = id;
        this.library = library;
    }
}
