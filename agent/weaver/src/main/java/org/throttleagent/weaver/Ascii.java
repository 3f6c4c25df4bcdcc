package org.throttleagent.weaver;

/** Text of a class file that is known to be ASCII, as names and descriptors in patches are. */
final class Ascii {
    private Ascii() {}

    /** The one way to make a string that no version of the JDK reads in a loop of its own. */
    @SuppressWarnings("deprecation")
    static String text(byte[] from, int at, int length) {
        return new String(from, 0, at, length);
    }
}
