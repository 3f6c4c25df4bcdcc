import java.util.concurrent.atomic.AtomicInteger;

/** What the plain agent's advice calls; on the boot class path, as such agents have it. */
public class Probe {
    public static final AtomicInteger CALLS = new AtomicInteger();
}
