import java.lang.instrument.Instrumentation;

/** The floor: what -javaagent costs by itself. */
public class EmptyAgent {
    public static void premain(String arguments, Instrumentation instrumentation) {}
}
