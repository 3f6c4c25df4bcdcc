package sun.net.www;

import org.jspecify.annotations.Nullable;

/**
 * Stands for the JDK's own class of this name, so that the gate can be compiled against it for Java 8; it is not packed. At run
 * time the gate lies in the same module of the JDK. Reflection or method handles would cost the first request several milliseconds.
 */
public class MessageHeader {
    /** The name of a field line; {@code null} past the end, and for the status line. */
    public native @Nullable String getKey(int line);

    /** The value of a field line; {@code null} past the end. */
    public native @Nullable String getValue(int line);

    /** The last value of a field. */
    public native @Nullable String findValue(String name);
}
