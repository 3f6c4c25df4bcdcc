package org.throttleagent.client.okhttp;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** Finds members that not every version has, or that are not public. What cannot be had is {@code null}, never an error. */
final class Members {
    private Members() {}

    static @Nullable Field field(Class<?> owner, String name) {
        try {
            Field field = owner.getDeclaredField(name);
            field.setAccessible(true);
            return field;
        } catch (NoSuchFieldException | RuntimeException | LinkageError e) {
            // a RuntimeException where OkHttp is a named module that does not open the package
            return null;
        }
    }

    /** The first of {@code names} that is declared in {@code owner}. */
    static @Nullable Method declared(Class<?> owner, Class<?>[] parameters, String... names) {
        for (String name : names) {
            try {
                Method method = owner.getDeclaredMethod(name, parameters);
                method.setAccessible(true);
                return method;
            } catch (NoSuchMethodException | RuntimeException | LinkageError e) {
                // the next name
            }
        }
        return null;
    }

    /** A public method without parameters of a public type. */
    static @Nullable Method open(Class<?> owner, String name) {
        try {
            return owner.getMethod(name);
        } catch (NoSuchMethodException | RuntimeException | LinkageError e) {
            return null;
        }
    }
}
