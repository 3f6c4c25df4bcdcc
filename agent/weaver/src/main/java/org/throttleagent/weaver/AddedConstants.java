package org.throttleagent.weaver;

import java.util.HashMap;
import java.util.Map;

/** Constants that a class gets behind its own, which keep their places: so all code that is not woven stays as it is. */
/* For one class and one thread. */
final class AddedConstants {
    private static final int UTF8 = 1;
    private static final int INTEGER = 3;
    private static final int LONG = 5;
    private static final int DOUBLE = 6;
    private static final int CLASS = 7;
    private static final int STRING = 8;
    private static final int FIELD = 9;
    private static final int METHOD = 10;
    private static final int NAME_AND_TYPE = 12;
    private static final int MOST = 65_535;

    private final ClassFile target;
    private final ByteSink added = new ByteSink(512);
    private final Map<String, Integer> classes = new HashMap<>();
    private int count;

    AddedConstants(ClassFile target) {
        this.target = target;
        this.count = target.constantCount();
    }

    /** How many indexes there are with those added. */
    int count() {
        return count;
    }

    ByteSink bytes() {
        return added;
    }

    /** The index of a string. */
    int text(String text) {
        added.u1(UTF8);
        added.u2(text.length());
        for (int i = 0; i < text.length(); i++) {
            added.u1(text.charAt(i));
        }
        return next(1);
    }

    /** The index of a class of this internal name. */
    int classNamed(String name) {
        Integer known = classes.get(name);
        if (known == null) {
            known = target.isNamed(name) ? target.thisClass() : add(CLASS, text(name));
            classes.put(name, known);
        }
        return known;
    }

    /** The index of a string that code can load. */
    int string(String text) {
        return add(STRING, text(text));
    }

    /** The index of a class's method. */
    int method(String owner, String name, String descriptor) {
        return add(METHOD, classNamed(owner), add(NAME_AND_TYPE, text(name), text(descriptor)));
    }

    /**
     * Copies a constant of another class with all that it refers to.
     *
     * @param known by the other class's indexes, those of this class; 0 for what has not been copied
     */
    int copy(ClassFile from, int index, int[] known) {
        if (known[index] == 0) {
            known[index] = copied(from, index, known);
        }
        return known[index];
    }

    private int copied(ClassFile from, int index, int[] known) {
        int at = from.constant(index);
        int tag = from.bytes[at];
        if (tag == CLASS) {
            return classNamed(from.text(from.reference(index, 0)));
        } else if (tag == STRING) {
            return add(tag, copy(from, from.reference(index, 0), known));
        } else if (tag >= FIELD && tag <= NAME_AND_TYPE) {
            int first = copy(from, from.reference(index, 0), known);
            return add(tag, first, copy(from, from.reference(index, 1), known));
        } else if (tag == UTF8 || tag >= INTEGER && tag <= DOUBLE) {
            added.bytes(from.bytes, at, at + 1 + from.sizeOfConstant(index));
            return next(tag == LONG || tag == DOUBLE ? 2 : 1);
        }
        throw new IllegalArgumentException("a patch has a constant that old classes cannot have (tag " + tag + ")");
    }

    private int add(int tag, int reference) {
        added.u1(tag);
        added.u2(reference);
        return next(1);
    }

    private int add(int tag, int first, int second) {
        added.u1(tag);
        added.u2(first);
        added.u2(second);
        return next(1);
    }

    private int next(int indexes) {
        int index = count;
        count += indexes;
        if (count > MOST) {
            throw new Refusal("it would become too large: more than 65,535 constants");
        }
        return index;
    }
}
