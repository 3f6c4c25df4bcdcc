package org.throttleagent.agent;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** The classes and resources of the agent, which lie in one entry of its jar. Immutable once read. */
final class AgentClasses {
    private static final String ENTRY = "inst/agent.classes";

    /** The whole entry: a count; of each its name and its length; then the contents. */
    final byte[] all;

    /** Where each begins and ends, by its name. */
    private final HashMap<String, int[]> places = new HashMap<String, int[]>();

    private AgentClasses(byte[] all) {
        this.all = all;
        int count = number(0);
        String[] names = new String[count];
        int[] lengths = new int[count];
        int at = 4;
        for (int i = 0; i < count; i++) {
            int length = all[at] & 0xFF;
            names[i] = ascii(all, at + 1, length);
            lengths[i] = number(at + 1 + length);
            at += 1 + length + 4;
        }
        for (int i = 0; i < count; i++) {
            places.put(names[i], new int[] {at, at + lengths[i]});
            at += lengths[i];
        }
    }

    /** Reads them from the agent's jar. Looking into it by ZipFile keeps the JDK's jar: handler out of the way. */
    static AgentClasses read(File jar) throws IOException {
        ZipFile zip = new ZipFile(jar);
        try {
            ZipEntry entry = zip.getEntry(ENTRY);
            if (entry == null) {
                throw new IOException(jar + " has no " + ENTRY);
            }
            byte[] all = new byte[(int) entry.getSize()];
            InputStream in = zip.getInputStream(entry);
            int at = 0;
            while (at < all.length) {
                int read = in.read(all, at, all.length - at);
                if (read < 0) {
                    throw new IOException(ENTRY + " is cut short in " + jar);
                }
                at += read;
            }
            return new AgentClasses(all);
        } finally {
            zip.close();
        }
    }

    /** Where in {@link #all} an entry begins and ends, or {@code null} if there is none of that name. */
    int @Nullable [] place(String name) {
        return places.get(name);
    }

    private int number(int at) {
        return (all[at] & 0xFF) << 24 | (all[at + 1] & 0xFF) << 16 | (all[at + 2] & 0xFF) << 8 | all[at + 3] & 0xFF;
    }

    /** The one way to make a string that no version of the JDK reads in a loop of its own. */
    @SuppressWarnings("deprecation")
    private static String ascii(byte[] bytes, int from, int length) {
        return new String(bytes, 0, from, length);
    }
}
