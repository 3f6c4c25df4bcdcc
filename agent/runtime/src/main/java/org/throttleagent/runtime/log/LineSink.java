package org.throttleagent.runtime.log;

/** Where log lines go. */
interface LineSink {
    /** Writes one line, its end included, as a whole. Never throws. */
    void write(byte[] line);
}
