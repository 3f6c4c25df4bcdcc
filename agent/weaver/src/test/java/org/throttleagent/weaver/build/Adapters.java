package org.throttleagent.weaver.build;

import org.throttleagent.gate.ClientAdapter;
import org.throttleagent.gate.ClientId;
import org.throttleagent.gate.Throttle;

/** Adapters that hooks of the tests belong to. */
final class Adapters {
    private Adapters() {}

    private abstract static class Inert implements ClientAdapter {
        @Override
        public void attach(Throttle throttle, Hooks hooks) {
            throw new UnsupportedOperationException("only its name and annotation are read");
        }
    }

    /** Of a library. */
    @ClientId("sample-client")
    static final class OfLibrary extends Inert {}

    /** Of the JDK. */
    @ClientId(value = "jdk-client", library = false)
    static final class OfJdk extends Inert {}

    /** Without a name. */
    static final class Nameless extends Inert {}
}
