package org.throttleagent.weaver.build;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.FieldVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/** What goes into the agent's jar, and what is filled in there. */
final class Contents {
    /** The one text that the engine reads. */
    private static final String DIALECTS = "org/throttleagent/signal/dialects.txt";

    /** Compiled against only: stands for a class of the JDK. */
    static final String STAND_IN = "org/throttleagent/runtime/JdkException";

    private static final String ANNOTATION = "Lorg/throttleagent/gate/WovenInto";

    private static final String SLF4J = "org/slf4j/";

    /** How what is left out of SLF4J begins: what looks for back ends, of which the agent's log has its own. */
    private static final List<String> UNUSED_OF_SLF4J = Collections.unmodifiableList(Arrays.asList(
            "LoggerFactory",
            "ILoggerFactory",
            "MDC",
            "MarkerFactory",
            "IMarkerFactory",
            "event/EventRecordingLogger",
            "event/Substitute",
            "helpers/Basic",
            "helpers/MarkerIgnoringBase",
            "helpers/NOP",
            "helpers/NamedLoggerBase",
            "helpers/Substitute",
            "helpers/ThreadLocalMapOfStacks",
            "helpers/Util"));

    private Contents() {}

    /** Whether an entry of the class path is part of the agent. */
    static boolean wanted(String name, byte[] content) {
        if (name.startsWith("META-INF/throttle/") || name.equals(DIALECTS)) {
            return true;
        }
        if (!name.endsWith(".class") || name.startsWith("META-INF/") || name.endsWith("package-info.class")) {
            return false;
        }
        if (name.startsWith("org/throttleagent/")) {
            // advice has been woven into patches, and is of no more use
            return !name.startsWith("org/throttleagent/weaver/build/")
                    && !name.equals(STAND_IN + ".class")
                    && !new String(content, StandardCharsets.ISO_8859_1).contains(ANNOTATION);
        }
        return name.startsWith(SLF4J) && !isUnusedOfSlf4j(name.substring(SLF4J.length()));
    }

    private static boolean isUnusedOfSlf4j(String name) {
        for (String beginning : UNUSED_OF_SLF4J) {
            if (name.startsWith(beginning)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the system class loader is to see a class. */
    static boolean visible(String name) {
        return name.startsWith("org/throttleagent/agent/");
    }

    /** The target types in an index, each once, separated by commas. */
    static String targets(String index) {
        return String.join(",", byTarget(index).keySet());
    }

    /** The lines of an index by their target types. */
    static SortedMap<String, String> byTarget(String index) {
        SortedMap<String, String> lines = new TreeMap<>();
        for (String line : index.split("\n", -1)) {
            if (!line.isEmpty()) {
                lines.merge(line.substring(0, line.indexOf('\t')), line + '\n', String::concat);
            }
        }
        return lines;
    }

    static String manifest(String version) {
        return "Manifest-Version: 1.0\r\n"
                + "Premain-Class: org.throttleagent.agent.ThrottleAgent\r\n"
                + "Agent-Class: org.throttleagent.agent.ThrottleAgent\r\n"
                + "Main-Class: org.throttleagent.agent.ThrottleAgent\r\n"
                + "Can-Retransform-Classes: true\r\n"
                + "Implementation-Title: Throttle Agent\r\n"
                + "Implementation-Version: " + version + "\r\n"
                + "\r\n";
    }

    /** The class with another text in the place of a constant. */
    static byte[] replaceConstant(byte[] classFile, String placeholder, String text) {
        ClassReader reader = new ClassReader(classFile);
        ClassWriter writer = new ClassWriter(0);
        int[] found = new int[1];
        reader.accept(
                new ClassVisitor(Opcodes.ASM9, writer) {
                    @Override
                    public FieldVisitor visitField(
                            int access, String name, String descriptor, String signature, Object value) {
                        Object filled = placeholder.equals(value) ? text : value;
                        return super.visitField(access, name, descriptor, signature, filled);
                    }

                    @Override
                    public MethodVisitor visitMethod(
                            int access, String name, String descriptor, String signature, String[] exceptions) {
                        MethodVisitor method = super.visitMethod(access, name, descriptor, signature, exceptions);
                        return new MethodVisitor(Opcodes.ASM9, method) {
                            @Override
                            public void visitLdcInsn(Object value) {
                                boolean here = placeholder.equals(value);
                                found[0] += here ? 1 : 0;
                                super.visitLdcInsn(here ? text : value);
                            }
                        };
                    }
                },
                0);
        if (found[0] == 0) {
            throw new IllegalStateException(reader.getClassName() + " has no constant " + placeholder);
        }
        return writer.toByteArray();
    }
}
