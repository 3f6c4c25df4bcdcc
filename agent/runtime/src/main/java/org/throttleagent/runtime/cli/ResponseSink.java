package org.throttleagent.runtime.cli;

/** Takes what is found in a file, in its order. */
interface ResponseSink {
    void response(RecordedResponse response);

    /** Something in the file is wrong; what is right in it is still taken. */
    void problem(String file, int line, String what);
}
