package org.throttleagent.weaver;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The code of a method with its tables (JVMS 4.7.3). Immutable. */
final class MethodCode {
    static final String ATTRIBUTE = "Code";
    static final String FRAMES = "StackMapTable";
    private static final int MOST = 65_535;

    final int maxStack;
    final int maxLocals;
    final byte[] code;
    /** Start, end, handler and catch type of each entry, in two bytes each. */
    final byte[] handlers;

    final byte[] frames;
    final int frameCount;
    final List<DebugTable> tables;

    MethodCode(
            int maxStack,
            int maxLocals,
            byte[] code,
            byte[] handlers,
            byte[] frames,
            int frameCount,
            List<DebugTable> tables) {
        this.maxStack = maxStack;
        this.maxLocals = maxLocals;
        this.code = code;
        this.handlers = handlers;
        this.frames = frames;
        this.frameCount = frameCount;
        this.tables = tables;
    }

    /**
     * The code of a method, without its attributes that the JVM has no use for but to show them to a debugger, and that are
     * not known here.
     *
     * @param member where the method begins
     * @return {@code null} if it has none
     */
    static @Nullable MethodCode read(ClassFile file, int member) {
        int at = member + 8;
        for (int left = Bytes.u2(file.bytes, member + 6); left > 0; left--) {
            if (file.is(Bytes.u2(file.bytes, at), ATTRIBUTE)) {
                return of(file, at + 6);
            }
            at = file.endOfAttribute(at);
        }
        return null;
    }

    private static MethodCode of(ClassFile file, int at) {
        byte[] bytes = file.bytes;
        int length = Bytes.s4(bytes, at + 4);
        byte[] code = part(bytes, at + 8, length);
        int handlersAt = at + 8 + length + 2;
        byte[] handlers = part(bytes, handlersAt, 8 * Bytes.u2(bytes, handlersAt - 2));
        byte[] frames = {};
        int frameCount = 0;
        List<DebugTable> tables = new ArrayList<>();
        int attribute = handlersAt + handlers.length + 2;
        for (int left = Bytes.u2(bytes, attribute - 2); left > 0; left--) {
            int name = Bytes.u2(bytes, attribute);
            int end = file.endOfAttribute(attribute);
            if (file.is(name, FRAMES)) {
                frameCount = Bytes.u2(bytes, attribute + 6);
                frames = part(bytes, attribute + 8, end - attribute - 8);
            } else {
                int entry = DebugTable.entrySize(file, name);
                if (entry > 0) {
                    tables.add(new DebugTable(name, entry, part(bytes, attribute + 8, end - attribute - 8)));
                }
            }
            attribute = end;
        }
        return new MethodCode(Bytes.u2(bytes, at), Bytes.u2(bytes, at + 2), code, handlers, frames, frameCount, tables);
    }

    private static byte[] part(byte[] bytes, int at, int length) {
        byte[] part = new byte[length];
        System.arraycopy(bytes, at, part, 0, length);
        return part;
    }

    /** Throws a {@link Refusal} if no method may be so large. */
    void checkSize() {
        if (code.length > MOST || maxLocals > MOST || maxStack > MOST) {
            throw new Refusal("it would become too large: " + code.length + " bytes of code, " + maxLocals
                    + " locals, a stack of " + maxStack);
        }
    }

    /**
     * Writes what stands behind the attribute's name.
     *
     * @param framesName the index of {@link #FRAMES}; not used if there are none
     */
    void write(ByteSink out, int framesName) {
        ByteSink content = new ByteSink(code.length + handlers.length + frames.length + 256);
        content.u2(maxStack);
        content.u2(maxLocals);
        content.s4(code.length);
        content.bytes(code, 0, code.length);
        content.u2(handlers.length / 8);
        content.bytes(handlers, 0, handlers.length);
        content.u2(tables.size() + (frameCount > 0 ? 1 : 0));
        if (frameCount > 0) {
            content.u2(framesName);
            content.s4(2 + frames.length);
            content.u2(frameCount);
            content.bytes(frames, 0, frames.length);
        }
        for (DebugTable table : tables) {
            table.write(content);
        }
        out.s4(content.size());
        out.all(content);
    }
}
