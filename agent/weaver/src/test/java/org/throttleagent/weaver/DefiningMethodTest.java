package org.throttleagent.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** That the method does what it is for is tested where the agent runs in real JVMs. */
class DefiningMethodTest {
    @ParameterizedTest
    @ValueSource(classes = {EnumConstantNotPresentException.class, Thread.class, Cloneable.class})
    void nothingButTheMethodIsAdded(Class<?> type) throws IOException {
        byte[] before = classFile(type);

        byte[] after = DefiningMethod.addTo(before, "define", "java/lang/Defined");

        List<String> added = new ArrayList<>();
        ClassWriter without = new ClassWriter(0);
        new ClassReader(after)
                .accept(
                        new ClassVisitor(Opcodes.ASM9, without) {
                            @Override
                            public MethodVisitor visitMethod(
                                    int access, String name, String descriptor, String signature, String[] thrown) {
                                if (name.equals("define")) {
                                    added.add(access + name + descriptor);
                                    return new Instructions(added);
                                }
                                return super.visitMethod(access, name, descriptor, signature, thrown);
                            }
                        },
                        0);
        assertThat(without.toByteArray()).isEqualTo(rewritten(before));
        assertThat(added)
                .containsExactly(
                        (Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC) + "define([B)Ljava/lang/Class;",
                        "java/lang/Defined",
                        "java/lang/ClassLoader.defineClass1");
    }

    private static byte[] rewritten(byte[] classFile) {
        ClassWriter writer = new ClassWriter(0);
        new ClassReader(classFile).accept(writer, 0);
        return writer.toByteArray();
    }

    private static byte[] classFile(Class<?> type) throws IOException {
        try (InputStream in = type.getResourceAsStream(type.getSimpleName() + ".class")) {
            return Objects.requireNonNull(in).readAllBytes();
        }
    }

    /** What the code loads and calls. */
    private static final class Instructions extends MethodVisitor {
        private final List<String> told;

        Instructions(List<String> told) {
            super(Opcodes.ASM9);
            this.told = told;
        }

        @Override
        public void visitLdcInsn(Object value) {
            told.add(value.toString());
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
            told.add(owner + "." + name);
        }
    }
}
