package org.throttleagent.weaver.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.throttleagent.weaver.Patch;

/** What splicing does to code: each method is made for the test, woven, loaded and run. */
class SpliceTest {
    /** A return throws away what lies below its value. Kotlin's compiler leaves such things; each kind below each. */
    @ParameterizedTest(name = "{0} below {1}, class file {2}")
    @CsvSource({
        "I, I, 52", "I, J, 52", "I, V, 52", "J, I, 52", "J, J, 52", "J, V, 52", "IJI, D, 52", "JIJ, F, 52",
        "I, I, 46", "I, J, 46", "I, V, 46", "J, I, 46", "J, J, 46", "J, V, 46", "IJI, D, 46", "JIJ, F, 46"
    })
    void whatLiesBelowAReturnedValueIsDropped(String below, String returned, int version)
            throws ReflectiveOperationException {
        byte[] classFile = Made.withMethod(version, "()" + returned, method -> {
            for (char kind : below.toCharArray()) {
                push(method, Type.getType(String.valueOf(kind)));
            }
            push(method, Type.getType(returned));
            method.visitInsn(Type.getType(returned).getOpcode(Opcodes.IRETURN));
            method.visitMaxs(8, 0);
        });
        Patch patch = Made.patch(SampleAdvice.Everything.class, "made.Made", "run", "()" + returned, true, List.of());

        byte[] woven = Weavings.bySplice(classFile, List.of(patch));

        assertThat(String.valueOf(Made.run(woven))).isEqualTo(String.valueOf(Made.run(classFile)));
    }

    /** Optimisers let a long overlap an argument's slot and the next; nothing of the advice may lie there. */
    @Test
    void aLongMayCoverTheLastArgument() throws ReflectiveOperationException {
        byte[] classFile = Made.withMethod(Opcodes.V1_8, "(I)J", method -> {
            method.visitLdcInsn(1L << 40);
            method.visitVarInsn(Opcodes.LSTORE, 0);
            method.visitVarInsn(Opcodes.LLOAD, 0);
            method.visitInsn(Opcodes.LRETURN);
            method.visitMaxs(2, 2);
        });
        Patch patch = Made.patch(SampleAdvice.Everything.class, "made.Made", "run", "(I)J", true, List.of());

        byte[] woven = Weavings.bySplice(classFile, List.of(patch));

        Trace.take();
        Object result =
                Weavings.load("made.Made", woven).getMethod("run", int.class).invoke(null, 9);
        assertThat(result).isEqualTo(1L << 40);
        assertThat(Trace.take()).endsWith("/[9] ");
    }

    /** What needs one byte for its local may need two when it has moved: short forms, plain ones, increments, subroutines. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 4, 250, 251, 252, 253, 254, 255, 256, 300})
    void localsOfAnyNumberMove(int local) throws ReflectiveOperationException {
        byte[] classFile = Made.withMethod(Opcodes.V1_8, "(I)J", method -> {
            method.visitVarInsn(Opcodes.ILOAD, 0);
            method.visitVarInsn(Opcodes.ISTORE, local);
            method.visitIincInsn(local, 5);
            method.visitIincInsn(local, -1000);
            method.visitVarInsn(Opcodes.ILOAD, local);
            method.visitInsn(Opcodes.I2L);
            method.visitVarInsn(Opcodes.LSTORE, local + 1);
            method.visitVarInsn(Opcodes.LLOAD, local + 1);
            method.visitInsn(Opcodes.LRETURN);
            method.visitMaxs(2, local + 3);
        });
        Patch patch = Made.patch(SampleAdvice.Everything.class, "made.Made", "run", "(I)J", true, List.of());

        byte[] woven = Weavings.bySplice(classFile, List.of(patch));

        Object result =
                Weavings.load("made.Made", woven).getMethod("run", int.class).invoke(null, 9);
        assertThat(result).isEqualTo(9L + 5 - 1000);
    }

    /** Switches are padded to a multiple of four, which moves as they do. */
    @ParameterizedTest
    @CsvSource({"0, true", "1, true", "2, true", "3, true", "0, false", "1, false", "2, false", "3, false"})
    void switchesMove(int nops, boolean table) throws ReflectiveOperationException {
        byte[] classFile = Made.withMethod(Opcodes.V1_5, "(I)I", method -> {
            Label[] labels = {new Label(), new Label(), new Label()};
            for (int i = 0; i < nops; i++) {
                method.visitInsn(Opcodes.NOP);
            }
            method.visitVarInsn(Opcodes.ILOAD, 0);
            if (table) {
                method.visitTableSwitchInsn(7, 8, labels[2], labels[0], labels[1]);
            } else {
                method.visitLookupSwitchInsn(labels[2], new int[] {7, 900}, new Label[] {labels[0], labels[1]});
            }
            for (int i = 0; i < labels.length; i++) {
                method.visitLabel(labels[i]);
                method.visitInsn(Opcodes.ICONST_1 + i);
                method.visitInsn(Opcodes.IRETURN);
            }
            method.visitMaxs(1, 1);
        });
        Patch patch = Made.patch(SampleAdvice.Everything.class, "made.Made", "run", "(I)I", true, List.of());
        byte[] woven = Weavings.bySplice(classFile, List.of(patch));
        java.lang.reflect.Method run = Weavings.load("made.Made", woven).getMethod("run", int.class);

        assertThat(run.invoke(null, 7)).isEqualTo(1);
        assertThat(run.invoke(null, table ? 8 : 900)).isEqualTo(2);
        assertThat(run.invoke(null, -1)).isEqualTo(3);
    }

    /** javac's finally before Java 6: a subroutine, whose return address is on the stack. */
    @Test
    void subroutinesOfOldClassFiles() throws ReflectiveOperationException {
        byte[] classFile = Made.withMethod(Opcodes.V1_2, "()I", method -> {
            Label subroutine = new Label();
            method.visitJumpInsn(Opcodes.JSR, subroutine);
            method.visitInsn(Opcodes.ICONST_3);
            method.visitInsn(Opcodes.IRETURN);
            method.visitLabel(subroutine);
            method.visitVarInsn(Opcodes.ASTORE, 0);
            method.visitVarInsn(Opcodes.RET, 0);
            method.visitMaxs(1, 1);
        });
        Patch patch = Made.patch(SampleAdvice.Everything.class, "made.Made", "run", "()I", true, List.of());

        assertThat(Made.run(Weavings.bySplice(classFile, List.of(patch)))).isEqualTo(3);
    }

    private static void push(MethodVisitor method, Type type) {
        switch (type.getSort()) {
            case Type.INT -> method.visitInsn(Opcodes.ICONST_4);
            case Type.LONG -> method.visitInsn(Opcodes.LCONST_1);
            case Type.FLOAT -> method.visitInsn(Opcodes.FCONST_2);
            case Type.DOUBLE -> method.visitInsn(Opcodes.DCONST_1);
            default -> method.visitInsn(Opcodes.NOP);
        }
    }
}
