package org.throttleagent.weaver.build;

import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;
import org.throttleagent.gate.ThrottleGate;
import org.throttleagent.gate.WovenInto;

/** Hooks that must not pass the build, each for one reason. */
@SuppressWarnings("UnusedVariable")
final class FaultyHooks {
    private static final String SAMPLE = "org.throttleagent.weaver.build.Sample";

    private FaultyHooks() {}

    @WovenInto(client = Adapters.OfLibrary.class, type = SAMPLE, method = "loop", descriptor = "(I)I", since = "1")
    static final class UsesLambda {
        @Advice.OnMethodEnter
        static void enter(@Advice.This Object self) {
            Runnable runnable = self::notifyAll;
            runnable.run();
        }
    }

    @WovenInto(client = Adapters.OfLibrary.class, type = SAMPLE, method = "loop", descriptor = "(I)I", since = "1")
    static final class UsesClassLiteral {
        @Advice.OnMethodEnter
        static void enter(@Advice.This Object self) {
            ThrottleGate.ask("hook", self, String.class);
        }
    }

    @WovenInto(client = Adapters.OfLibrary.class, type = SAMPLE, method = "loop", descriptor = "(I)I", since = "1")
    static final class CallsTheAgent {
        @Advice.OnMethodEnter
        static void enter() {
            Trace.add("agent");
        }
    }

    @WovenInto(client = Adapters.OfLibrary.class, type = SAMPLE, method = "loop", descriptor = "(I)I", since = "1")
    static final class CatchesAgentType {
        @Advice.OnMethodEnter
        static void enter(@Advice.This Object self) {
            try {
                ThrottleGate.ask("hook", self, null);
            } catch (WeavingException e) {
                ThrottleGate.ask("hook", self, null);
            }
        }
    }

    @WovenInto(client = Adapters.OfLibrary.class, type = SAMPLE, method = "loop", descriptor = "(I)I", since = "1")
    static final class NotInlined {
        @Advice.OnMethodEnter(inline = false)
        static void enter(@Advice.This Object self) {
            ThrottleGate.ask("hook", self, null);
        }
    }

    @WovenInto(client = Adapters.OfLibrary.class, type = SAMPLE, method = "loop", descriptor = "(I)I", since = "1")
    static final class CallsStaticInterfaceMethod {
        @Advice.OnMethodEnter
        static void enter(@Advice.This Object self) {
            ThrottleGate.ask("hook", self, java.util.Comparator.naturalOrder());
        }
    }

    @WovenInto(client = Adapters.OfLibrary.class, type = SAMPLE, method = "loop", descriptor = "(I)I", since = "1")
    static final class KeepsArgumentsInPlace {
        @Advice.OnMethodEnter
        static @Nullable Object enter(@Advice.This Object self) {
            return ThrottleGate.ask("hook", self, null);
        }

        @Advice.OnMethodExit(backupArguments = false)
        static void exit(@Advice.Enter Object entered) {
            ThrottleGate.ask("hook", entered, null);
        }
    }

    @WovenInto(client = Adapters.OfLibrary.class, type = SAMPLE, method = "loop", descriptor = "(I)I", since = "1")
    static final class UndeclaredField {
        @Advice.OnMethodEnter
        static void enter(@Advice.This Object self, @Advice.FieldValue("field") int field) {
            ThrottleGate.ask("hook", self, field);
        }
    }

    @WovenInto(
            client = Adapters.OfLibrary.class,
            type = SAMPLE,
            method = "loop",
            descriptor = "(I)I",
            fields = "field",
            since = "1")
    static final class FieldWithoutType extends Harmless {}

    @WovenInto(
            client = Adapters.OfLibrary.class,
            type = SAMPLE,
            method = "loop",
            descriptor = "(I)I",
            fields = "field:J",
            since = "1")
    static final class AbsentField extends Harmless {}

    @WovenInto(
            client = Adapters.OfLibrary.class,
            type = SAMPLE,
            method = "loop",
            descriptor = "(I)I",
            inheritedFields = "gone:J",
            inheritedFrom = "org.throttleagent.weaver.build.SampleBase",
            since = "1")
    static final class AbsentInheritedField extends Harmless {}

    @WovenInto(client = Adapters.OfLibrary.class, type = SAMPLE, method = "<init>", descriptor = "()V", since = "1")
    static final class IntoConstructor extends Harmless {}

    @WovenInto(client = Adapters.OfLibrary.class, type = SAMPLE, method = "<clinit>", descriptor = "()V", since = "1")
    static final class IntoTypeInitialiser extends Harmless {}

    @WovenInto(client = Adapters.OfLibrary.class, type = SAMPLE, method = "loop", descriptor = "(J)I", since = "1")
    @WovenInto(client = Adapters.OfLibrary.class, type = "no.Such", method = "loop", descriptor = "(I)I", since = "1")
    static final class AbsentEverywhere extends Harmless {}

    @WovenInto(
            client = Adapters.OfLibrary.class,
            type = SAMPLE,
            method = "repeat",
            descriptor = "(Ljava/lang/String;I)Ljava/lang/String;",
            since = "1")
    static final class NotStatic extends Harmless {}

    @WovenInto(
            client = Adapters.OfJdk.class,
            type = "java.net.URL",
            method = "getHost",
            descriptor = "()I",
            since = "8",
            until = "999")
    static final class AbsentFromJdk extends Harmless {}

    @WovenInto(
            client = Adapters.OfJdk.class,
            type = "java.net.URL",
            method = "getHost",
            descriptor = "()I",
            since = "1.8")
    static final class OddVersion extends Harmless {}

    @WovenInto(client = Adapters.Nameless.class, type = SAMPLE, method = "loop", descriptor = "(I)I", since = "1")
    static final class OfNamelessClient extends Harmless {}

    @WovenInto(client = Adapters.OfLibrary.class, type = SAMPLE, method = "loop", descriptor = "(I)I", since = "1")
    static final class NoAdvice {}

    abstract static class Harmless {
        @Advice.OnMethodEnter
        static void enter() {}
    }
}
