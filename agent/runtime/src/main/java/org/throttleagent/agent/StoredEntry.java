package org.throttleagent.agent;

import java.io.IOException;
import java.io.RandomAccessFile;

/**
 * Finds an entry of a ZIP file that is not compressed (APPNOTE.TXT of PKWARE, 4.3). The JDK's own reader would do, but that it
 * does not say where an entry lies.
 */
final class StoredEntry {
    private static final int END = 0x06054b50;
    private static final int END_SIZE = 22;
    private static final int DIRECTORY_ENTRY = 0x02014b50;
    private static final int DIRECTORY_ENTRY_SIZE = 46;
    private static final int LOCAL_SIZE = 30;

    private StoredEntry() {}

    /** Where the content of an entry begins; -1 if there is no such entry, or it is compressed, or the file has a comment. */
    static long find(RandomAccessFile file, String name) throws IOException {
        byte[] end = read(file, file.length() - END_SIZE, END_SIZE);
        if (littleEndian(end, 0) != END) {
            return -1;
        }
        byte[] directory = read(file, littleEndian(end, 16), littleEndian(end, 12));
        int at = 0;
        while (at + DIRECTORY_ENTRY_SIZE <= directory.length && littleEndian(directory, at) == DIRECTORY_ENTRY) {
            int nameLength = twoBytes(directory, at + 28);
            if (twoBytes(directory, at + 10) == 0 && isAt(directory, at + DIRECTORY_ENTRY_SIZE, nameLength, name)) {
                long local = littleEndian(directory, at + 42);
                byte[] header = read(file, local, LOCAL_SIZE);
                return local + LOCAL_SIZE + twoBytes(header, 26) + twoBytes(header, 28);
            }
            at += DIRECTORY_ENTRY_SIZE + nameLength + twoBytes(directory, at + 30) + twoBytes(directory, at + 32);
        }
        return -1;
    }

    private static byte[] read(RandomAccessFile file, long at, int length) throws IOException {
        byte[] bytes = new byte[length];
        file.seek(at);
        file.readFully(bytes);
        return bytes;
    }

    private static boolean isAt(byte[] bytes, int at, int length, String name) {
        if (length != name.length()) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (bytes[at + i] != (byte) name.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static int twoBytes(byte[] bytes, int at) {
        return bytes[at] & 0xFF | (bytes[at + 1] & 0xFF) << 8;
    }

    private static int littleEndian(byte[] bytes, int at) {
        return twoBytes(bytes, at) | twoBytes(bytes, at + 2) << 16;
    }

    static int bigEndian(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) << 24
                | (bytes[at + 1] & 0xFF) << 16
                | (bytes[at + 2] & 0xFF) << 8
                | bytes[at + 3] & 0xFF;
    }
}
