import static net.bytebuddy.matcher.ElementMatchers.nameStartsWith;
import static net.bytebuddy.matcher.ElementMatchers.named;

import java.io.File;
import java.lang.instrument.Instrumentation;
import java.util.jar.JarFile;
import net.bytebuddy.agent.builder.AgentBuilder;
import net.bytebuddy.asm.Advice;

/** An agent as Byte Buddy's documentation shows it, weaving the three clients' methods by exact names; argument: the jar with Probe. */
public class PlainAgent {
    public static void premain(String probe, Instrumentation instrumentation) throws Exception {
        instrumentation.appendToBootstrapClassLoaderSearch(new JarFile(new File(probe)));
        new AgentBuilder.Default()
                .disableClassFormatChanges()
                .with(AgentBuilder.RedefinitionStrategy.RETRANSFORMATION)
                .ignore(nameStartsWith("net.bytebuddy."))
                .type(named("sun.net.www.protocol.http.HttpURLConnection"))
                .transform(counting("plainConnect0"))
                .type(named("jdk.internal.net.http.MultiExchange"))
                .transform(counting("responseAsyncImpl"))
                .type(named("okhttp3.internal.http.RetryAndFollowUpInterceptor"))
                .transform(counting("intercept"))
                .installOn(instrumentation);
    }

    private static AgentBuilder.Transformer counting(String method) {
        return (builder, type, loader, module, domain) ->
                builder.visit(Advice.to(Counting.class).on(named(method)));
    }

    public static class Counting {
        @Advice.OnMethodEnter
        public static void enter() {
            Probe.CALLS.incrementAndGet();
        }
    }
}
