package org.throttleagent.weaver.build;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Puts classes and resources into one piece of bytes, in which each is found by its name without reading the others. The
 * agent's {@code AgentClasses} reads it.
 */
/* First the length of the index, in four bytes as all numbers but one. The index begins with a hash table: how many slots,
 * a power of two, and in each the offset of a name in the index, or 0; a name that finds its slot taken goes to the next.
 * A name is its length in one byte, its characters, and where its content begins behind the index and how long it is. */
final class HiddenEntry {
    private HiddenEntry() {}

    static byte[] of(Map<String, byte[]> contents) throws IOException {
        int[] slots = new int[Integer.highestOneBit(contents.size()) * 4];
        ByteArrayOutputStream names = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(names);
        int begin = 0;
        for (Map.Entry<String, byte[]> each : contents.entrySet()) {
            int slot = each.getKey().hashCode() & slots.length - 1;
            while (slots[slot] != 0) {
                slot = slot + 1 & slots.length - 1;
            }
            slots[slot] = 4 + 4 * slots.length + names.size();
            byte[] name = each.getKey().getBytes(StandardCharsets.ISO_8859_1);
            if (name.length > 255) {
                throw new IOException("too long a name: " + each.getKey());
            }
            out.writeByte(name.length);
            out.write(name);
            out.writeInt(begin);
            out.writeInt(each.getValue().length);
            begin += each.getValue().length;
        }
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        DataOutputStream index = new DataOutputStream(whole);
        index.writeInt(4 + 4 * slots.length + names.size());
        index.writeInt(slots.length);
        for (int slot : slots) {
            index.writeInt(slot);
        }
        names.writeTo(index);
        for (byte[] content : contents.values()) {
            whole.write(content);
        }
        return whole.toByteArray();
    }
}
