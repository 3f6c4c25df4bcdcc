package org.throttleagent.weaver.build;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Calls of the sample's methods, and what they leave behind. */
final class Calls {
    /** A method of {@link Sample} and its arguments. */
    static final class Call {
        final String method;
        private final @Nullable Object[] arguments;

        Call(String method, @Nullable Object... arguments) {
            this.method = method;
            this.arguments = arguments;
        }

        @Override
        public String toString() {
            return method + Arrays.toString(arguments);
        }
    }

    static final List<Call> ALL = Collections.unmodifiableList(Arrays.asList(
            new Call("nothing", 1),
            new Call("nothing", 3),
            new Call("loop", 0),
            new Call("loop", 5),
            new Call("loop", 20),
            new Call("loop", -1),
            new Call("handlers", 5L, 1.5, "ab"),
            new Call("handlers", 99L, 1.5, "abc"),
            new Call("handlers", 1L, 1.0, null),
            new Call("monitor", 1f, 2L),
            new Call("monitor", 2f, 9L),
            new Call("choice", "x"),
            new Call("choice", "y"),
            new Call("choice", "z"),
            new Call("choice", "q"),
            new Call("table", 0),
            new Call("table", 1),
            new Call("table", 2),
            new Call("table", 9),
            new Call("repeat", "ab", 2),
            new Call("repeat", "abc", 9),
            new Call("nothingStatic"),
            new Call("wide", 3L, 2.5, 1, 4L, 1f),
            new Call("wide", 300L, 2.5, 0, 4L, 1f),
            new Call("array", 2),
            new Call("array", -1),
            new Call("deep", 3, 4L, true),
            new Call("deep", 3, 4L, false),
            new Call("build", true, "abc"),
            new Call("build", false, "abc"),
            new Call("loops", (byte) 2),
            new Call("loops", (byte) 100),
            new Call("recursive", (byte) 0),
            new Call("recursive", (byte) 4),
            new Call("varargs", "a", new Object[] {1, "b"}),
            new Call("varargs", "a", new Object[0]),
            new Call("resources", true),
            new Call("resources", false),
            new Call("small", (short) 7, 'c', true),
            new Call("small", (short) 7, 'c', false),
            new Call("rows", new long[][] {{1, 2}, {3}}, 1),
            new Call("rows", new long[][] {{1, 2}, {3}}, 5),
            new Call("endless", 3)));

    private Calls() {}

    /** What a call writes, returns or throws, and the state it leaves. */
    static String outcome(Class<?> sample, Call call, Trace.Mode mode) throws ReflectiveOperationException {
        Trace.take();
        Trace.mode = mode;
        Object self = sample.getConstructor().newInstance();
        String result;
        try {
            Object value = method(sample, call.method).invoke(self, call.arguments);
            result = value instanceof int[] ? "int[" + ((int[]) value).length + "]" : text(value);
        } catch (InvocationTargetException e) {
            result = String.valueOf(e.getCause());
        } finally {
            Trace.mode = Trace.Mode.WATCH;
        }
        return Trace.take() + "=> " + result + " " + sample.getMethod("state").invoke(self);
    }

    private static String text(@Nullable Object value) {
        return value instanceof long[][] ? Arrays.deepToString((long[][]) value) : String.valueOf(value);
    }

    static Method method(Class<?> type, String name) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> method.getName().equals(name))
                .findFirst()
                .get();
    }
}
