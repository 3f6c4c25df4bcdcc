package org.throttleagent.weaver;

/** A table of a method that tells a debugger which line or which variable is where (JVMS 4.7.12 to 4.7.14). Immutable. */
final class DebugTable {
    private static final int LINE = 4;
    private static final int VARIABLE = 10;

    /** The index of the attribute's name. */
    private final int name;

    private final int entrySize;
    private final byte[] entries;

    DebugTable(int name, int entrySize, byte[] entries) {
        this.name = name;
        this.entrySize = entrySize;
        this.entries = entries;
    }

    /** Bytes of an entry in the table of this name; 0 if it is none of these tables. */
    static int entrySize(ClassFile file, int name) {
        if (file.is(name, "LineNumberTable")) {
            return LINE;
        }
        return file.is(name, "LocalVariableTable") || file.is(name, "LocalVariableTypeTable") ? VARIABLE : 0;
    }

    /** The same after the code has moved; entries that are not at instructions are left out. */
    DebugTable moved(Offsets offsets, int shift) {
        ByteSink moved = new ByteSink(entries.length);
        for (int at = 0; at < entries.length; at += entrySize) {
            int start = Bytes.u2(entries, at);
            int now = offsets.find(start);
            if (entrySize == LINE) {
                if (now >= 0) {
                    moved.u2(now);
                    moved.u2(Bytes.u2(entries, at + 2));
                }
            } else {
                int end = offsets.find(start + Bytes.u2(entries, at + 2));
                if (now >= 0 && end >= 0) {
                    moved.u2(now);
                    moved.u2(end - now);
                    moved.bytes(entries, at + 4, at + 8);
                    moved.u2(Bytes.u2(entries, at + 8) + shift);
                }
            }
        }
        return new DebugTable(name, entrySize, moved.toBytes());
    }

    void write(ByteSink out) {
        out.u2(name);
        out.s4(2 + entries.length);
        out.u2(entries.length / entrySize);
        out.bytes(entries, 0, entries.length);
    }
}
