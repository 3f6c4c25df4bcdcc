package org.throttleagent.runtime;

import org.jspecify.annotations.NullMarked;

/** Stands for the class of the JDK that {@link Doorway} loads, as it then is. Packaging puts that class's name in place of this. */
@NullMarked
final class JdkException {
    private JdkException() {}

    static native Class<?> defineThrottleGate(byte[] classFile);
}
