import java.lang.instrument.Instrumentation;

/** An agent that comes first and speaks HTTP before any other agent is there; without a URL it only keeps what it is given. */
public class EarlyAgent {
    static Instrumentation instrumentation;

    public static void premain(String url, Instrumentation given) throws Exception {
        instrumentation = given;
        if (url != null) {
            Fetch.fetch(url, 1);
        }
    }
}
