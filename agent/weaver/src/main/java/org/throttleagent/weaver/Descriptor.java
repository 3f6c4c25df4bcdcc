package org.throttleagent.weaver;

/** Counts the words of a method descriptor's types, reading it where it lies in a class file (JVMS 4.3.3). */
final class Descriptor {
    private Descriptor() {}

    /** Words of a value whose descriptor begins with this. */
    static int words(int first) {
        return first == 'V' ? 0 : first == 'J' || first == 'D' ? 2 : 1;
    }

    /** Words of all arguments, without the object that a method is called on. */
    static int argumentWords(byte[] bytes, int descriptor) {
        int words = 0;
        int at = descriptor + 1;
        while (bytes[at] != ')') {
            words += words(bytes[at]);
            at = behind(bytes, at);
        }
        return words;
    }

    /** Words of what is returned. */
    static int returnedWords(byte[] bytes, int descriptor) {
        int at = descriptor + 1;
        while (bytes[at] != ')') {
            at = behind(bytes, at);
        }
        return words(bytes[at + 1]);
    }

    /** Where the type behind the one that begins here begins. */
    static int behind(byte[] bytes, int type) {
        int at = type;
        while (bytes[at] == '[') {
            at++;
        }
        if (bytes[at] == 'L') {
            while (bytes[at] != ';') {
                at++;
            }
        }
        return at + 1;
    }
}
