package org.throttleagent.weaver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A frame of a carrier, with all its locals. A type is its tag, and above eight bits a class's number or an offset. */
final class CarrierFrame {
    private static final int TAG = 0xFF;

    final int offset;
    final int[] locals;
    final int[] stack;

    private CarrierFrame(int offset, int[] locals, int[] stack) {
        this.offset = offset;
        this.locals = locals;
        this.stack = stack;
    }

    static int tag(int type) {
        return type & TAG;
    }

    static int operand(int type) {
        return type >>> 8;
    }

    private static int object(String name, List<String> classNames) {
        int number = classNames.indexOf(name);
        if (number < 0) {
            number = classNames.size();
            classNames.add(name);
        }
        return number << 8 | FrameCursor.OBJECT;
    }

    /** The first entries of a list of locals, as many as take {@code slots} slots. */
    static int[] first(int[] locals, int slots) {
        int entries = 0;
        for (int taken = 0; taken < slots && entries < locals.length; entries++) {
            taken += slots(locals[entries]);
        }
        return Arrays.copyOf(locals, entries);
    }

    /** The slots that all of them take. */
    static int slots(int[] locals) {
        int slots = 0;
        for (int local : locals) {
            slots += slots(local);
        }
        return slots;
    }

    private static int slots(int type) {
        int tag = tag(type);
        return tag == FrameCursor.LONG || tag == FrameCursor.DOUBLE ? 2 : 1;
    }

    /**
     * All frames of a carrier's method.
     *
     * @param classNames gets the internal name of each class that a type names, by the number that the type has
     */
    static List<CarrierFrame> read(
            ClassFile carrier, MethodCode method, boolean isStatic, String descriptor, List<String> classNames) {
        List<CarrierFrame> frames = new ArrayList<>();
        int[] locals = atEntry(carrier, isStatic, descriptor, classNames);
        FrameCursor cursor = new FrameCursor(method.frames, method.frameCount);
        while (cursor.next()) {
            int[] named = types(carrier, cursor.frames, cursor.locals, cursor.localCount, classNames);
            if (cursor.type == FrameCursor.FULL) {
                locals = named;
            } else if (cursor.type >= FrameCursor.CHOP && cursor.type < FrameCursor.SAME_FAR) {
                locals = Arrays.copyOf(locals, locals.length - (FrameCursor.SAME_FAR - cursor.type));
            } else if (named.length > 0) {
                int[] more = Arrays.copyOf(locals, locals.length + named.length);
                System.arraycopy(named, 0, more, locals.length, named.length);
                locals = more;
            }
            int[] stack = types(carrier, cursor.frames, cursor.stack, cursor.stackCount, classNames);
            frames.add(new CarrierFrame(cursor.offset, locals, stack));
        }
        return frames;
    }

    private static int[] types(ClassFile carrier, byte[] frames, int first, int count, List<String> classNames) {
        int[] types = new int[count];
        int at = first;
        for (int i = 0; i < count; i++) {
            int tag = frames[at];
            if (tag == FrameCursor.OBJECT) {
                String name = carrier.text(carrier.reference(Bytes.u2(frames, at + 1), 0));
                types[i] = object(name, classNames);
            } else {
                types[i] = tag == FrameCursor.UNINITIALIZED ? Bytes.u2(frames, at + 1) << 8 | tag : tag;
            }
            at += FrameCursor.sizeOfType(tag);
        }
        return types;
    }

    /** What a method finds in its locals: itself, and its arguments. */
    private static int[] atEntry(ClassFile carrier, boolean isStatic, String descriptor, List<String> classNames) {
        int[] types = new int[descriptor.length()];
        int count = 0;
        if (!isStatic) {
            types[count++] = object(carrier.name(), classNames);
        }
        int end;
        for (int at = 1; descriptor.charAt(at) != ')'; at = end) {
            end = endOfType(descriptor, at);
            types[count++] = type(descriptor, at, end, classNames);
        }
        return Arrays.copyOf(types, count);
    }

    private static int type(String descriptor, int at, int end, List<String> classNames) {
        switch (descriptor.charAt(at)) {
            case 'J':
                return FrameCursor.LONG;
            case 'D':
                return FrameCursor.DOUBLE;
            case 'F':
                return FrameCursor.FLOAT;
            case 'L':
                return object(descriptor.substring(at + 1, end - 1), classNames);
            case '[':
                return object(descriptor.substring(at, end), classNames);
            default:
                return FrameCursor.INTEGER;
        }
    }

    private static int endOfType(String descriptor, int type) {
        int at = type;
        while (descriptor.charAt(at) == '[') {
            at++;
        }
        return descriptor.charAt(at) == 'L' ? descriptor.indexOf(';', at) + 1 : at + 1;
    }

    /**
     * Writes it whole.
     *
     * @param as the locals to write; its own, or those of them that still hold
     */
    void write(FrameSink out, int at, int[] as, PatchConstants constants, Offsets moved) {
        out.other(FrameCursor.FULL, at);
        out.count(as.length);
        write(out, as, constants, moved);
        out.count(stack.length);
        write(out, stack, constants, moved);
    }

    /** Writes types. */
    static void write(FrameSink out, int[] types, PatchConstants constants, Offsets moved) {
        for (int type : types) {
            int operand = operand(type);
            if (tag(type) == FrameCursor.OBJECT) {
                operand = constants.classInFrame(operand);
            } else if (tag(type) == FrameCursor.UNINITIALIZED) {
                operand = moved.of(operand);
            }
            out.type(tag(type), operand);
        }
    }
}
