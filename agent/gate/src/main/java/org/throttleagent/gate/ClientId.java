package org.throttleagent.gate;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The name of a client in settings ({@code throttle.client.ID.enabled}) and in the log. */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface ClientId {
    /** The name, as {@code [a-z0-9-]+}. */
    String value();

    /** Whether the client is a library, with one adapter for each class loader that has it; false: it is the JDK's. */
    boolean library() default true;
}
