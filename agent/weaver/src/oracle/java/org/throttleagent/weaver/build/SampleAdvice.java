package org.throttleagent.weaver.build;

import java.util.Arrays;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.NullUnmarked;
import org.throttleagent.weaver.build.Trace.Mode;

/** Advice of every shape that hooks have or may have. Without invokedynamic, which hooks may not use. */
@NullUnmarked
final class SampleAdvice {
    private SampleAdvice() {}

    /** Everything at once. */
    static final class Everything {
        @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class, suppress = Throwable.class)
        static Object enter(
                @Advice.AllArguments Object[] all,
                @Advice.Origin("#t.#m") String origin,
                @Advice.Local("count") int count,
                @Advice.Local("wide") long wide) {
            count = all.length + 40;
            wide = count * 2L;
            Trace.add("enter", origin, all.length);
            if (Mode.THROW_ON_ENTRY.on()) {
                throw new IllegalStateException("advice");
            }
            return Mode.SKIP.on() ? "skipped" : null;
        }

        @Advice.OnMethodExit(
                onThrowable = Throwable.class,
                suppress = Throwable.class,
                repeatOn = Advice.OnNonDefaultValue.class)
        static boolean exit(
                @Advice.Enter Object entered,
                @Advice.Local("count") int count,
                @Advice.Local("wide") long wide,
                @Advice.Return(readOnly = false, typing = Assigner.Typing.DYNAMIC) Object returned,
                @Advice.Thrown(readOnly = false) Throwable thrown,
                @Advice.AllArguments Object[] all) {
            Trace.add("exit", count, wide, returned, thrown, entered, Arrays.toString(all));
            if (Mode.SWALLOW.on()) {
                thrown = null;
            }
            if (Mode.REPLACE_THROWN.on() && thrown == null) {
                thrown = new IllegalStateException("replaced");
            }
            if (Mode.THROW_ON_EXIT.on()) {
                throw new IllegalStateException("exit");
            }
            if (Mode.CHANGE.on() && returned instanceof String) {
                returned = ((String) returned).concat("+");
            }
            if (Mode.CLEAR.on()) {
                returned = null;
            }
            count++;
            return Mode.REPEAT.on() && Trace.isShort();
        }
    }

    /** Entry alone, which keeps nothing: the method's locals stay where they are. */
    static final class EntryOnly {
        @Advice.OnMethodEnter(suppress = Throwable.class)
        static void enter(@Advice.Origin("#m") String origin) {
            for (int i = 0; i < 2; i++) {
                Trace.add("enter", origin, i);
            }
            if (Mode.THROW_ON_ENTRY.on()) {
                throw new IllegalStateException("advice");
            }
        }
    }

    /** Exit alone, which is not told of exceptions and may throw itself. */
    static final class ExitOnly {
        @Advice.OnMethodExit
        static void exit(@Advice.Return(readOnly = false, typing = Assigner.Typing.DYNAMIC) Object returned) {
            Trace.add("exit", returned);
            if (Mode.THROW_ON_EXIT.on()) {
                throw new IllegalStateException("exit");
            }
            if (Mode.CLEAR.on()) {
                returned = null;
            }
        }
    }

    /** Exit that decides whether the method runs again. */
    static final class RepeatOnly {
        @Advice.OnMethodExit(repeatOn = Advice.OnNonDefaultValue.class, onThrowable = IllegalStateException.class)
        static boolean exit(@Advice.Thrown Throwable thrown) {
            Trace.add("exit", thrown);
            return Mode.REPEAT.on() && Trace.isShort();
        }
    }

    /** Entry that skips, with no exit. */
    static final class SkipOnly {
        @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
        static boolean enter() {
            Trace.add("enter");
            if (Mode.THROW_ON_ENTRY.on()) {
                throw new IllegalStateException("advice");
            }
            return Mode.SKIP.on();
        }
    }

    /** The entry's value, a wide one, goes to the exit. */
    static final class EnterValue {
        @Advice.OnMethodEnter
        static long enter() {
            return Mode.CHANGE.on() ? 1L << 40 : 2;
        }

        @Advice.OnMethodExit(onThrowable = Throwable.class)
        static void exit(@Advice.Enter long entered, @Advice.Thrown(readOnly = false) Throwable thrown) {
            Trace.add("exit", entered, thrown);
            if (Mode.SWALLOW.on()) {
                thrown = null;
            }
        }
    }

    /** Private fields of the target, read and written. */
    static final class Fields {
        @Advice.OnMethodEnter(suppress = Throwable.class)
        static boolean enter(
                @Advice.This Object self, @Advice.FieldValue(value = "field", readOnly = false) int field) {
            Trace.add("enter", self.getClass().getName());
            field = field * 10;
            return field > 5;
        }

        @Advice.OnMethodExit(onThrowable = Throwable.class)
        static void exit(
                @Advice.Enter boolean entered,
                @Advice.FieldValue(value = "flag", readOnly = false) boolean flag,
                @Advice.FieldValue("field") int field) {
            Trace.add("exit", field);
            flag = entered;
        }
    }

    /** A field of the target's superclass. */
    static final class Inherited {
        @Advice.OnMethodExit(suppress = Throwable.class)
        static void exit(@Advice.FieldValue(value = "inherited", readOnly = false) long inherited) {
            inherited = inherited + 35;
        }
    }

    /** Arguments written on entry, and seen unchanged by what the method does to them on exit. */
    static final class Arguments {
        @Advice.OnMethodEnter
        static void enter(
                @Advice.Argument(value = 0, readOnly = false, typing = Assigner.Typing.DYNAMIC) Object first) {
            Trace.add("enter", first);
            if (Mode.CHANGE.on() && first instanceof String) {
                first = "y";
            }
            if (Mode.CHANGE.on() && first instanceof Integer) {
                first = 2;
            }
        }

        @Advice.OnMethodExit(onThrowable = Throwable.class)
        static void exit(@Advice.Argument(value = 0, typing = Assigner.Typing.DYNAMIC) Object first) {
            Trace.add("exit", first);
        }
    }

    /** All arguments written at once, whatever they are. */
    static final class AllWritten {
        @Advice.OnMethodEnter
        static void enter(@Advice.AllArguments(readOnly = false, typing = Assigner.Typing.DYNAMIC) Object[] arguments) {
            if (Mode.CHANGE.on()) {
                Object[] changed = arguments.clone();
                for (int i = 0; i < changed.length; i++) {
                    if (changed[i] instanceof Integer) {
                        changed[i] = 1;
                    } else if (changed[i] instanceof Long) {
                        changed[i] = 50L;
                    } else if (changed[i] instanceof String) {
                        changed[i] = "x";
                    }
                }
                arguments = changed;
            }
            Trace.add("enter", Arrays.toString(arguments));
        }
    }

    /** Arguments of every size written with their own types: only for (long, double, int, long, float). */
    static final class TypedArguments {
        @Advice.OnMethodEnter
        static void enter(
                @Advice.Argument(value = 0, readOnly = false) long a,
                @Advice.Argument(value = 1, readOnly = false) double b,
                @Advice.Argument(value = 2, readOnly = false) int c,
                @Advice.Argument(value = 4, readOnly = false) float e) {
            if (Mode.CHANGE.on()) {
                a += 1000;
                b = -b;
                c++;
                e *= 2;
            }
        }

        @Advice.OnMethodExit(onThrowable = Throwable.class)
        static void exit(
                @Advice.Argument(0) long a,
                @Advice.Argument(1) double b,
                @Advice.Argument(2) int c,
                @Advice.Argument(4) float e,
                @Advice.Return(readOnly = false) float returned) {
            Trace.add("exit", a, b, c, e, returned);
            if (Mode.CLEAR.on()) {
                returned = 0;
            }
        }
    }

    /** Locals of every size, and an entry's value of two slots between them. */
    static final class Locals {
        @Advice.OnMethodEnter
        static double enter(
                @Advice.Local("f") float f,
                @Advice.Local("d") double d,
                @Advice.Local("o") Object o,
                @Advice.Local("b") byte b) {
            f = 1.5f;
            d = f * 2;
            o = "local";
            b = 3;
            return d + b;
        }

        @Advice.OnMethodExit(onThrowable = Throwable.class)
        static void exit(
                @Advice.Enter double entered,
                @Advice.Local("f") float f,
                @Advice.Local("d") double d,
                @Advice.Local("o") Object o,
                @Advice.Local("b") byte b,
                @Advice.StubValue Object stub,
                @Advice.Unused Object unused) {
            Trace.add("exit", entered, f, d, o, b, stub, unused);
        }
    }

    /** Skips when the entry says nothing; the exit sees what comes in place of a result. */
    static final class SkipOnDefault {
        @Advice.OnMethodEnter(skipOn = Advice.OnDefaultValue.class)
        static int enter() {
            return Mode.SKIP.on() ? 0 : 5;
        }

        @Advice.OnMethodExit
        static void exit(@Advice.Enter int entered, @Advice.Return(typing = Assigner.Typing.DYNAMIC) Object returned) {
            Trace.add("exit", entered, returned);
        }
    }

    /** Skips when the entry's value is of a type. */
    static final class SkipOnType {
        @Advice.OnMethodEnter(skipOn = String.class)
        static Object enter() {
            return Mode.SKIP.on() ? (Object) "stop" : (Object) Integer.valueOf(1);
        }

        @Advice.OnMethodExit(onThrowable = Throwable.class)
        static void exit(
                @Advice.Enter Object entered,
                @Advice.Return(readOnly = false, typing = Assigner.Typing.DYNAMIC) Object returned,
                @Advice.Thrown(readOnly = false) Throwable thrown) {
            Trace.add("exit", entered, returned, thrown);
            if (Mode.REPLACE_THROWN.on()) {
                thrown = new IllegalStateException("replaced");
            }
        }
    }

    /** Repeats while the exit says nothing. */
    static final class RepeatOnDefault {
        @Advice.OnMethodEnter
        static long enter(@Advice.Local("runs") int runs) {
            return 3;
        }

        @Advice.OnMethodExit(repeatOn = Advice.OnDefaultValue.class)
        static Object exit(@Advice.Enter long entered, @Advice.Local("runs") int runs) {
            runs++;
            Trace.add("exit", entered, runs);
            return Mode.REPEAT.on() && runs < 4 ? null : "enough";
        }
    }

    /** Loops and handlers of its own, of which the suppression catches only what it names. */
    static final class OwnHandlers {
        @Advice.OnMethodEnter(suppress = IllegalStateException.class)
        static String enter() {
            String word = "";
            for (int i = 0; i < 3; i++) {
                try {
                    word = word.concat(String.valueOf(6 / (i - 1)));
                } catch (ArithmeticException e) {
                    word = word.concat("!");
                } finally {
                    Trace.add("round", i);
                }
            }
            if (Mode.THROW_ON_ENTRY.on()) {
                throw new UnsupportedOperationException("not suppressed");
            }
            if (Mode.SKIP.on()) {
                throw new IllegalStateException("suppressed");
            }
            return word;
        }

        @Advice.OnMethodExit(onThrowable = RuntimeException.class, suppress = IllegalStateException.class)
        static void exit(@Advice.Enter String word, @Advice.Thrown Throwable thrown) {
            Trace.add("exit", word, thrown);
            if (Mode.THROW_ON_EXIT.on()) {
                throw new IllegalStateException("suppressed");
            }
        }
    }
}
