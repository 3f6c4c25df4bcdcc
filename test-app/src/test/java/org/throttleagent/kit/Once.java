package org.throttleagent.kit;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** Something that is made when it is first asked for; if that fails it fails again for all who ask. */
final class Once<T> {
    private final Callable<T> maker;
    private @Nullable T made;
    private @Nullable Throwable failure;

    private Once(Callable<T> maker) {
        this.maker = maker;
    }

    static <T> Once<T> of(Callable<T> maker) {
        return new Once<>(maker);
    }

    synchronized T get() {
        if (made == null && failure == null) {
            try {
                made = maker.call();
            } catch (Exception | AssertionError e) {
                failure = e;
            }
        }
        if (made == null) {
            throw new AssertionError("the run of all cases failed", failure);
        }
        return made;
    }
}
