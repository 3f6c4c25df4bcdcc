package org.throttleagent.client.httpurlconnection;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.jspecify.annotations.Nullable;

/** Reads {@code sun.net.www.MessageHeader}, the JDK's own list of header fields. */
final class MessageHeaders {
    private static final MethodHandle NAME = method("getKey", int.class);
    private static final MethodHandle VALUE = method("getValue", int.class);
    private static final MethodHandle FIND = method("findValue", String.class);

    private MessageHeaders() {}

    /** The name of a field line; {@code null} past the end, and for the status line. */
    static @Nullable String name(Object headers, int line) {
        try {
            return (String) NAME.invokeExact(headers, line);
        } catch (Throwable e) {
            throw new IllegalStateException("MessageHeader.getKey", e);
        }
    }

    /** The value of a field line; {@code null} past the end. */
    static @Nullable String value(Object headers, int line) {
        try {
            return (String) VALUE.invokeExact(headers, line);
        } catch (Throwable e) {
            throw new IllegalStateException("MessageHeader.getValue", e);
        }
    }

    /** The last value of a field. */
    static @Nullable String find(Object headers, String name) {
        try {
            return (String) FIND.invokeExact(headers, name);
        } catch (Throwable e) {
            throw new IllegalStateException("MessageHeader.findValue", e);
        }
    }

    private static MethodHandle method(String name, Class<?> parameter) {
        try {
            Class<?> type = Class.forName("sun.net.www.MessageHeader");
            MethodHandle handle =
                    MethodHandles.lookup().findVirtual(type, name, MethodType.methodType(String.class, parameter));
            return handle.asType(handle.type().changeParameterType(0, Object.class));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this JDK's MessageHeader has no " + name, e);
        }
    }
}
