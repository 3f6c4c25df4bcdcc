package org.throttleagent.agent;

import org.jspecify.annotations.Nullable;

/** Recognises the JDK's own tools, which inherit the agent through JAVA_TOOL_OPTIONS and have no use for it. */
final class JdkTools {
    private JdkTools() {}

    /** Whether this JVM runs one. */
    static boolean isOne() {
        try {
            String module = System.getProperty("jdk.module.main");
            if (module != null) {
                return module.startsWith("jdk.") && !module.equals("jdk.httpserver");
            }
            return isTool(System.getProperty("sun.java.command"));
        } catch (SecurityException e) {
            return false;
        }
    }

    /** On 8 the tools are main classes on the class path of their launcher. */
    static boolean isTool(@Nullable String command) {
        return command != null
                && (command.startsWith("sun.tools.")
                        || command.startsWith("com.sun.tools.")
                        || command.startsWith("sun.security.tools.")
                        || command.startsWith("sun.rmi.")
                        || command.startsWith("sun.jvm."));
    }
}
