package org.throttleagent.weaver.build;

/** Declares what a sample inherits. */
public class SampleBase {
    protected long inherited = 7;
}
