package org.throttleagent.runtime.log;

import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A file that is renamed to {@code NAME.1} when it has reached its size; one such old file is kept. */
/*
 * Everything is guarded by this object's monitor; a write to a local file is all that is done under it. A file that cannot be
 * written makes lines go to stderr instead, after one line that says so.
 */
final class RollingFileSink implements LineSink {
    private final File file;
    private final long maxBytes;
    private final LineSink fallback;
    private @Nullable FileOutputStream out;
    /** The length of the file, as far as this process has written it. */
    private long length;

    private boolean complained;

    RollingFileSink(String path, long maxBytes, LineSink fallback) {
        this.file = new File(path);
        this.maxBytes = maxBytes;
        this.fallback = fallback;
    }

    @Override
    public synchronized void write(byte[] line) {
        try {
            FileOutputStream open = out;
            if (open != null && length + line.length > maxBytes) {
                open.close();
                out = null;
                roll();
                open = null;
            }
            if (open == null) {
                open = open();
            }
            open.write(line);
            length += line.length;
        } catch (IOException | RuntimeException e) {
            out = null;
            if (!complained) {
                complained = true;
                fallback.write(("throttle: cannot write the log file " + file + ": " + e + "\n").getBytes(UTF_8));
            }
            fallback.write(line);
        }
    }

    private FileOutputStream open() throws IOException {
        File folder = file.getAbsoluteFile().getParentFile();
        if (folder != null && !folder.isDirectory() && !folder.mkdirs()) {
            throw new IOException("cannot make the folder " + folder);
        }
        if (file.length() >= maxBytes) {
            roll();
        }
        FileOutputStream opened = new FileOutputStream(file, true);
        length = file.length();
        out = opened;
        return opened;
    }

    private void roll() throws IOException {
        File old = new File(file.getPath() + ".1");
        if (old.exists() && !old.delete() || file.exists() && !file.renameTo(old)) {
            throw new IOException("cannot rename it to " + old);
        }
    }

    private static final java.nio.charset.Charset UTF_8 = java.nio.charset.StandardCharsets.UTF_8;
}
