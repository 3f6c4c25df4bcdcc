package org.throttleagent.weaver;

/** A class file as far as weaving has to know it: where its constants and members lie (JVMS 4.1). */
/* Nothing is decoded that nobody asks for: to look at every name of a large class costs more than all else that is done to
 * it. Immutable. */
final class ClassFile {
    private static final int UTF8 = 1;
    /** Bytes of a constant behind its tag, by tag; 0 where there is no such tag. That of a string lies in the file. */
    private static final byte[] SIZES = {0, 0, 0, 4, 4, 8, 8, 2, 2, 4, 4, 4, 4, 0, 0, 3, 2, 4, 4, 2, 2};

    private static final int LONG = 5;
    private static final int DOUBLE = 6;

    final byte[] bytes;

    /** Where each constant's tag is, by its index; 0 for an index that has none. */
    private final int[] constants;

    final int constantsEnd;
    final int firstField;
    final int firstMethod;

    private ClassFile(byte[] bytes, int[] constants, int constantsEnd) {
        this.bytes = bytes;
        this.constants = constants;
        this.constantsEnd = constantsEnd;
        this.firstField = constantsEnd + 10 + 2 * Bytes.u2(bytes, constantsEnd + 6);
        int at = firstField;
        for (int left = Bytes.u2(bytes, firstField - 2); left > 0; left--) {
            at = endOfMember(at);
        }
        this.firstMethod = at + 2;
    }

    /**
     * Finds its way through a class file.
     *
     * @param bytes kept, not copied
     * @throws Refusal if it has constants of a kind that is not known
     */
    static ClassFile read(byte[] bytes) {
        int[] constants = new int[Bytes.u2(bytes, 8)];
        int at = 10;
        for (int i = 1; i < constants.length; i++) {
            constants[i] = at;
            int tag = bytes[at];
            int size = tag < SIZES.length && tag >= 0 ? SIZES[tag] : 0;
            if (tag == UTF8) {
                // as Bytes.u2, without the call: thousands of constants come by while this is interpreted
                size = 2 + ((bytes[at + 1] & 0xFF) << 8 | bytes[at + 2] & 0xFF);
            } else if (size == 0) {
                throw new Refusal("its constants are newer than this agent (tag " + tag + ")");
            } else if (tag == LONG || tag == DOUBLE) {
                i++;
            }
            at += 1 + size;
        }
        return new ClassFile(bytes, constants, at);
    }

    int version() {
        return Bytes.u2(bytes, 6);
    }

    int constantCount() {
        return constants.length;
    }

    /** Where the tag of a constant is. */
    int constant(int index) {
        return constants[index];
    }

    /** How many bytes a constant has behind its tag. */
    int sizeOfConstant(int index) {
        int at = constants[index];
        return bytes[at] == UTF8 ? 2 + Bytes.u2(bytes, at + 1) : SIZES[bytes[at]];
    }

    /** The index in the {@code slot}-th pair of bytes of a constant that refers to others. */
    int reference(int index, int slot) {
        return Bytes.u2(bytes, constants[index] + 1 + 2 * slot);
    }

    /** Where the characters of a string constant begin; the two bytes before count them. */
    int characters(int index) {
        return constants[index] + 3;
    }

    String text(int index) {
        return Ascii.text(bytes, characters(index), Bytes.u2(bytes, constants[index] + 1));
    }

    /** Whether a string constant has this text. */
    boolean is(int index, String text) {
        int at = characters(index);
        int length = text.length();
        if (Bytes.u2(bytes, at - 2) != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (bytes[at + i] != (byte) text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** The index of this class's own constant. */
    int thisClass() {
        return Bytes.u2(bytes, constantsEnd + 2);
    }

    /** Whether this class has the name; an internal one. */
    boolean isNamed(String name) {
        return is(reference(thisClass(), 0), name);
    }

    /** This class's internal name. */
    String name() {
        return text(reference(thisClass(), 0));
    }

    int fieldCount() {
        return Bytes.u2(bytes, firstField - 2);
    }

    int methodCount() {
        return Bytes.u2(bytes, firstMethod - 2);
    }

    /** Whether it declares a field, given as {@code name:descriptor}. */
    boolean hasField(String field) {
        int colon = field.indexOf(':');
        String name = field.substring(0, colon);
        String descriptor = field.substring(colon + 1);
        int at = firstField;
        for (int left = fieldCount(); left > 0; left--) {
            if (isMember(at, name, descriptor)) {
                return true;
            }
            at = endOfMember(at);
        }
        return false;
    }

    /** Whether the member that begins here has this name and descriptor. */
    boolean isMember(int member, String name, String descriptor) {
        return is(Bytes.u2(bytes, member + 2), name) && is(Bytes.u2(bytes, member + 4), descriptor);
    }

    /** Where the member that begins here ends. */
    int endOfMember(int member) {
        int at = member + 8;
        for (int left = Bytes.u2(bytes, member + 6); left > 0; left--) {
            at = endOfAttribute(at);
        }
        return at;
    }

    /** Where the last method ends. */
    int endOfMethods() {
        int at = firstMethod;
        for (int left = methodCount(); left > 0; left--) {
            at = endOfMember(at);
        }
        return at;
    }

    /** Where the attribute that begins here ends. */
    int endOfAttribute(int attribute) {
        return attribute + 6 + Bytes.s4(bytes, attribute + 2);
    }
}
