package org.throttleagent.weaver;

/** Told what became of each patch, once per patch and class. */
public interface Report {
    /** The patch is in the class. */
    void applied(Patch patch);

    /**
     * The class goes without this patch.
     *
     * @param why a clause for the log, such as {@code "it has no field failedOnce:Z"}
     */
    void skipped(Patch patch, String why);
}
