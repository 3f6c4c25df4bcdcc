package org.throttleagent.agent;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The classes and resources of the agent, which lie in one entry of its jar, not compressed. Safe for use by many threads. */
/*
 * Of the entry only the index is read, and what is asked for: to touch half a megabyte that nobody needs would cost the first
 * request more than all that is done with the rest. The index is as packaging wrote it: a hash table (how many slots, a power
 * of two; in each the offset of a name in the index, or 0), then the names (the length in one byte, the characters, where the
 * content begins behind the index, how long it is). The file stays open; its own monitor guards where it is read next.
 */
final class AgentClasses {
    static final String ENTRY = "inst/agent.classes";

    private final RandomAccessFile file;
    private final byte[] index;

    /** Where in the file the content of the first entry begins. */
    private final long contents;

    private AgentClasses(RandomAccessFile file, byte[] index, long contents) {
        this.file = file;
        this.index = index;
        this.contents = contents;
    }

    /**
     * Opens them.
     *
     * @throws IOException if the jar has none, or something other than packaging has compressed them
     */
    static AgentClasses open(File jar) throws IOException {
        RandomAccessFile file = new RandomAccessFile(jar, "r");
        try {
            long entry = StoredEntry.find(file, ENTRY);
            if (entry < 0) {
                throw new IOException(jar + " has no " + ENTRY + " as packaging stores it");
            }
            byte[] length = new byte[4];
            file.seek(entry);
            file.readFully(length);
            byte[] index = new byte[StoredEntry.bigEndian(length, 0)];
            file.readFully(index);
            return new AgentClasses(file, index, entry + 4 + index.length);
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    /**
     * The content of an entry, or {@code null} if there is none of that name.
     *
     * @throws IOException if the file cannot be read any more
     */
    byte @Nullable [] content(String name) throws IOException {
        int at = find(name);
        if (at < 0) {
            return null;
        }
        byte[] content = new byte[StoredEntry.bigEndian(index, at + 4)];
        synchronized (file) {
            file.seek(contents + StoredEntry.bigEndian(index, at));
            file.readFully(content);
        }
        return content;
    }

    /** Where in the index the place of a content is told, or -1. */
    private int find(String name) {
        byte[] wanted = name.getBytes(StandardCharsets.ISO_8859_1);
        int slots = StoredEntry.bigEndian(index, 0);
        int slot = name.hashCode() & slots - 1;
        int entry = StoredEntry.bigEndian(index, 4 + 4 * slot);
        while (entry != 0) {
            int length = index[entry] & 0xFF;
            if (length == wanted.length && isAt(entry + 1, wanted)) {
                return entry + 1 + length;
            }
            slot = slot + 1 & slots - 1;
            entry = StoredEntry.bigEndian(index, 4 + 4 * slot);
        }
        return -1;
    }

    /** In bytes: at start-up this is interpreted, and a call for each character costs much more than the array. */
    private boolean isAt(int at, byte[] name) {
        for (int i = 0; i < name.length; i++) {
            if (index[at + i] != name[i]) {
                return false;
            }
        }
        return true;
    }
}
