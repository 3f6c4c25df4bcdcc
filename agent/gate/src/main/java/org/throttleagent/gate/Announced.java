package org.throttleagent.gate;

import org.jspecify.annotations.Nullable;

/**
 * Makes an object of a class that is known by name only: the class makes it in its initialiser, and announces it here.
 * The first use of reflection costs recent JDKs tens of milliseconds, which the first request of an application would wait for.
 */
public final class Announced {
    private static final ThreadLocal<@Nullable Object> LAST = new ThreadLocal<>();

    private Announced() {}

    /** Called by the initialiser of a class that {@link #by} is to find. */
    public static void announce(Object instance) {
        LAST.set(instance);
    }

    /**
     * Initialises a class and returns what it announced.
     *
     * @throws ClassNotFoundException if the loader has no such class
     * @throws IllegalStateException if it announced nothing, or was initialised before
     */
    public static Object by(String className, ClassLoader loader) throws ClassNotFoundException {
        LAST.remove();
        Class.forName(className, true, loader);
        Object announced = LAST.get();
        LAST.remove();
        if (announced == null) {
            throw new IllegalStateException(className + " announces nothing");
        }
        return announced;
    }
}
