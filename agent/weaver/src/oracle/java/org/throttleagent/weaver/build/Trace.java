package org.throttleagent.weaver.build;

/** Where sample and advice write down what they do; read and cleared between the cases, on one thread. */
public final class Trace {
    /** What the advice does besides writing; see {@link Mode}. */
    public static volatile Mode mode = Mode.WATCH;

    private static final StringBuilder TEXT = new StringBuilder();

    private Trace() {}

    /** Writes a word. */
    public static void add(String word) {
        TEXT.append(word).append(' ');
    }

    /** Writes a word and its values. */
    public static void add(String word, Object... values) {
        TEXT.append(word);
        for (Object value : values) {
            TEXT.append('/').append(value instanceof int[] ? "int[" + ((int[]) value).length + "]" : value);
        }
        TEXT.append(' ');
    }

    /** Whether less has been written than a loop may. */
    public static boolean isShort() {
        return TEXT.length() < 300;
    }

    static String take() {
        String text = TEXT.toString();
        TEXT.setLength(0);
        return text;
    }

    /** What the advice does. */
    public enum Mode {
        /** Only looks. */
        WATCH,
        /** The entry throws. */
        THROW_ON_ENTRY,
        /** Skips the method. */
        SKIP,
        /** Swallows what the method throws. */
        SWALLOW,
        /** Throws where the method did not. */
        REPLACE_THROWN,
        /** Repeats the method. */
        REPEAT,
        /** The exit throws. */
        THROW_ON_EXIT,
        /** Changes what the method returns or gets. */
        CHANGE,
        /** Makes what the method returns nothing. */
        CLEAR;

        /** Whether the advice shall do this. */
        public boolean on() {
            return mode == this;
        }
    }
}
