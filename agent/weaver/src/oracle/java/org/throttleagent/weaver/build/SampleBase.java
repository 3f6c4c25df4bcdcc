package org.throttleagent.weaver.build;

/** Declares what a sample inherits. */
public class SampleBase {
    protected long inherited = 7;

    /** Says when it is closed, and may fail then. */
    public static final class Resource implements AutoCloseable {
        private final String name;
        private final boolean fails;

        /** One that is open. */
        public Resource(String name, boolean fails) {
            this.name = name;
            this.fails = fails;
        }

        @Override
        public void close() throws Exception {
            Trace.add("close", name);
            if (fails) {
                throw new Exception("close");
            }
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
