package org.throttleagent.app.server;

/** What a server takes the time from. */
@FunctionalInterface
public interface ServerClock {
    /** Nanoseconds since 1970-01-01T00:00Z; never goes back. */
    long epochNanos();

    /** A clock that begins at the wall clock's time and then follows {@link System#nanoTime}. */
    static ServerClock system() {
        long offsetNanos = System.currentTimeMillis() * 1_000_000 - System.nanoTime();
        return () -> System.nanoTime() + offsetNanos;
    }
}
