package org.throttleagent.kit.worker;

/** What the application does in a case. */
interface Action {
    /** Does it, and reports what came of it. An exception means that the kit is broken, not the client. */
    void run(Job job, Report report) throws Exception;
}
