import java.lang.instrument.Instrumentation;

/** An agent that comes first and speaks HTTP before any other agent is there. */
public class EarlyAgent {
    public static void premain(String url, Instrumentation instrumentation) throws Exception {
        Fetch.fetch(url, 1);
    }
}
