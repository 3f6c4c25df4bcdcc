package org.throttleagent.runtime.log;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;

/** The process's standard error itself, whatever an application has put into {@code System.err}. */
/* A line is one write to the descriptor, so that lines of several threads do not mix. */
final class StderrSink implements LineSink {
    private final FileOutputStream out = new FileOutputStream(FileDescriptor.err);

    @Override
    public void write(byte[] line) {
        try {
            out.write(line);
        } catch (IOException e) {
            // standard error is closed: there is no one to tell
        }
    }
}
