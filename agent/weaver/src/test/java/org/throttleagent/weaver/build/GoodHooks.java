package org.throttleagent.weaver.build;

import net.bytebuddy.asm.Advice;
import org.throttleagent.gate.ThrottleGate;
import org.throttleagent.gate.WovenInto;

/** Hooks as clients have them. */
final class GoodHooks {
    private static final String SAMPLE = "org.throttleagent.weaver.build.Sample";

    private GoodHooks() {}

    /** For two versions of a library, of which the one at hand has the second. */
    @WovenInto(
            client = Adapters.OfLibrary.class,
            type = SAMPLE,
            method = "loop",
            descriptor = "(J)I",
            fields = "flag:Z",
            since = "1.0",
            until = "2.0")
    @WovenInto(
            client = Adapters.OfLibrary.class,
            type = SAMPLE,
            method = "loop",
            descriptor = "(I)I",
            fields = {"field:I", "flag:Z"},
            since = "2.0")
    static final class Loop {
        @Advice.OnMethodExit(onThrowable = Throwable.class)
        static void exit(
                @Advice.This Object self,
                @Advice.Return(readOnly = false) int sum,
                @Advice.Thrown Throwable thrown,
                @Advice.FieldValue(value = "flag", readOnly = false) boolean flag) {
            if (ThrottleGate.test("sample.loop", self, thrown)) {
                sum = -1;
                flag = true;
            }
        }
    }

    /** With a field of the superclass. */
    @WovenInto(
            client = Adapters.OfLibrary.class,
            type = SAMPLE,
            method = "nothing",
            descriptor = "(I)V",
            inheritedFields = "inherited:J",
            inheritedFrom = "org.throttleagent.weaver.build.SampleBase",
            since = "1.0")
    static final class Nothing {
        @Advice.OnMethodEnter
        static void enter(@Advice.This Object self, @Advice.FieldValue("inherited") long inherited) {
            ThrottleGate.ask("sample.nothing", self, inherited);
        }
    }

    /** Into the JDK; the second is for one that will not be. */
    @WovenInto(
            client = Adapters.OfJdk.class,
            type = "sun.net.www.protocol.http.HttpURLConnection",
            method = "writeRequests",
            descriptor = "()V",
            since = "8")
    @WovenInto(
            client = Adapters.OfJdk.class,
            type = "sun.net.www.protocol.http.HttpURLConnection",
            method = "writeRequests",
            descriptor = "(Z)V",
            since = "900")
    static final class Write {
        @Advice.OnMethodEnter
        static void enter(@Advice.This Object self) {
            ThrottleGate.askOrThrow("jdk.write", self, null);
        }
    }
}
