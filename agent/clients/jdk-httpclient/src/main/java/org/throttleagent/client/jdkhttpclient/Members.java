package org.throttleagent.client.jdkhttpclient;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/**
 * The members of one class of the client, private ones included. A member that this JDK does not have, or does not let
 * the agent see, is {@code null}: whoever needs it does without.
 */
final class Members {
    private static final MethodType UNARY = MethodType.genericMethodType(1);
    private static final MethodType BINARY = MethodType.genericMethodType(2);

    private final Class<?> type;
    private final MethodHandles.@Nullable Lookup lookup;

    private Members(Class<?> type, MethodHandles.@Nullable Lookup lookup) {
        this.type = type;
        this.lookup = lookup;
    }

    static Members of(Class<?> type) {
        MethodHandles.Lookup lookup;
        try {
            lookup = MethodHandles.privateLookupIn(type, MethodHandles.lookup());
        } catch (IllegalAccessException packageIsNotOpen) {
            lookup = null;
        }
        return new Members(type, lookup);
    }

    /** Reads a field: {@code (object) -> value}. */
    @Nullable
    MethodHandle getter(String name) {
        Field field = field(name);
        try {
            return field == null || lookup == null
                    ? null
                    : lookup.unreflectGetter(field).asType(UNARY);
        } catch (IllegalAccessException e) {
            return null;
        }
    }

    /** Writes a field: {@code (object, value) -> null}. */
    @Nullable
    MethodHandle setter(String name) {
        Field field = field(name);
        try {
            return field == null || lookup == null
                    ? null
                    : lookup.unreflectSetter(field).asType(BINARY);
        } catch (IllegalAccessException e) {
            return null;
        }
    }

    /** The value of a static field of type {@code int}, or {@code otherwise}. */
    int constant(String name, int otherwise) {
        Field field = field(name);
        try {
            return field == null || lookup == null
                    ? otherwise
                    : (int) lookup.unreflectGetter(field).invoke();
        } catch (Throwable e) {
            return otherwise;
        }
    }

    /** Calls a method: {@code (object[, argument]) -> result}, or {@code (argument) -> result} for a static one. */
    @Nullable
    MethodHandle method(String name, Class<?>... parameters) {
        try {
            if (lookup == null) {
                return null;
            }
            Method method = type.getDeclaredMethod(name, parameters);
            MethodHandle handle = lookup.unreflect(method);
            return handle.asType(MethodType.genericMethodType(handle.type().parameterCount()));
        } catch (NoSuchMethodException | IllegalAccessException e) {
            return null;
        }
    }

    /** The declared type of a field, or {@code null} if there is no such field. */
    @Nullable
    Class<?> typeOf(String name) {
        Field field = field(name);
        return field == null ? null : field.getType();
    }

    private @Nullable Field field(String name) {
        try {
            return type.getDeclaredField(name);
        } catch (NoSuchFieldException e) {
            return null;
        }
    }

    /** Calls a handle of one parameter; what it throws goes to the caller as it is. */
    static Object call(MethodHandle handle, Object target) {
        try {
            return (Object) handle.invokeExact(target);
        } catch (Throwable e) {
            throw Members.<RuntimeException>raise(e);
        }
    }

    /** Calls a handle of two parameters; what it throws goes to the caller as it is. */
    static Object call(MethodHandle handle, Object target, @Nullable Object argument) {
        try {
            return (Object) handle.invokeExact(target, argument);
        } catch (Throwable e) {
            throw Members.<RuntimeException>raise(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> T raise(Throwable e) throws T {
        throw (T) e;
    }
}
