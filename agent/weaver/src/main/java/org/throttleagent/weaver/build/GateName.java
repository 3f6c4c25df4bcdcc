package org.throttleagent.weaver.build;

import java.util.HashMap;
import java.util.Map;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.commons.ClassRemapper;
import net.bytebuddy.jar.asm.commons.Remapper;
import net.bytebuddy.jar.asm.commons.SimpleRemapper;

/**
 * Gives the gate the name under which every class loader finds it (javac would not let anyone write it there), does the same for
 * the class of the JDK through which it gets there, and takes out what only debuggers read.
 */
final class GateName {
    private static final String WRITTEN = "org/throttleagent/gate/ThrottleGate";
    private static final String PACKED = "java/lang/ThrottleGate";
    private static final Map<String, String> NAMES = new HashMap<>();

    static {
        NAMES.put(WRITTEN, PACKED);
        NAMES.put(Contents.STAND_IN, "java/lang/EnumConstantNotPresentException");
    }

    private GateName() {}

    /** A class that names the gate by its packed name. */
    static byte[] rename(byte[] classFile) {
        ClassReader reader = new ClassReader(classFile);
        ClassWriter writer = new ClassWriter(0);
        Remapper names = new SimpleRemapper(Opcodes.ASM9, NAMES);
        reader.accept(new ClassRemapper(new WithoutLocalVariables(writer), names), 0);
        return writer.toByteArray();
    }

    /** Leaves out the tables of local variables; line numbers stay, for stack traces. */
    private static final class WithoutLocalVariables extends ClassVisitor {
        WithoutLocalVariables(ClassVisitor next) {
            super(Opcodes.ASM9, next);
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String name, String descriptor, String signature, String[] exceptions) {
            MethodVisitor method = super.visitMethod(access, name, descriptor, signature, exceptions);
            return new MethodVisitor(Opcodes.ASM9, method) {
                @Override
                public void visitLocalVariable(
                        String variable, String type, String generic, Label start, Label end, int index) {
                    // left out
                }
            };
        }
    }

    /** The name of a class file entry after that. */
    static String rename(String entry) {
        return entry.equals(WRITTEN + ".class") ? PACKED + ".class" : entry;
    }
}
