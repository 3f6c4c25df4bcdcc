package org.throttleagent.weaver.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.throttleagent.weaver.Patch;
import org.throttleagent.weaver.PatchIndex;
import org.throttleagent.weaver.Weaver;

/** What the run half does with classes that are not as the build expected, or as no compiler of today writes them. */
class WeaverTest {
    private static final String SAMPLE = Sample.class.getName();

    private final Weavings.Outcomes outcomes = new Weavings.Outcomes();

    private static Patch patch(
            Class<?> advice, String type, String method, String descriptor, boolean isStatic, List<String> fields) {
        Map<String, Object> values = new HashMap<>();
        values.put("client", Type.getType(Object.class));
        values.put("type", type);
        values.put("method", method);
        values.put("descriptor", descriptor);
        values.put("isStatic", isStatic);
        values.put("fields", fields);
        values.put("since", "1");
        return Patch.read(AdviceWeaver.weave(new Hook(advice.getName(), values), Weavings.OWN));
    }

    @Test
    void tellsWhyAPatchIsSkipped() {
        Class<?> advice = SampleAdvice.EntryOnly.class;
        List<Patch> patches = new ArrayList<>();
        patches.add(patch(advice, SAMPLE, "gone", "()V", false, List.of()));
        patches.add(patch(advice, SAMPLE, "loop", "(J)I", false, List.of()));
        patches.add(patch(advice, SAMPLE, "loop", "(I)I", true, List.of()));
        patches.add(patch(advice, SAMPLE, "repeat", "(Ljava/lang/String;I)Ljava/lang/String;", false, List.of()));
        patches.add(patch(advice, SAMPLE, "loop", "(I)I", false, List.of("field:J")));
        patches.add(patch(advice, "some.Other", "loop", "(I)I", false, List.of()));

        byte[] woven = Weaver.weave(Weavings.classFile(Sample.class), patches, outcomes);

        assertThat(woven).isNull();
        assertThat(outcomes.applied).isEmpty();
        assertThat(outcomes.skipped)
                .extracting(line -> line.substring(line.indexOf(": ") + 2))
                .containsExactly(
                        "it has no method gone()V",
                        "it has no method loop(J)I",
                        "its method is not static",
                        "its method is static",
                        "it has no field field:J",
                        "the class is org/throttleagent/weaver/build/Sample");
    }

    @Test
    void anAbstractMethodHasNoCode() {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(Opcodes.V1_8, Opcodes.ACC_ABSTRACT, "made/Abstract", null, "java/lang/Object", null);
        writer.visitMethod(Opcodes.ACC_ABSTRACT, "run", "()V", null, null).visitEnd();
        Patch patch = patch(SampleAdvice.EntryOnly.class, "made.Abstract", "run", "()V", false, List.of());

        assertThat(Weaver.weave(writer.toByteArray(), List.of(patch), outcomes)).isNull();
        assertThat(outcomes.skipped).containsExactly("made/Abstract.run()V: its method has no code");
    }

    @Test
    void onePatchThatDoesNotFitLeavesTheOthers() {
        Class<?> advice = SampleAdvice.EntryOnly.class;
        List<Patch> patches = List.of(
                patch(advice, SAMPLE, "gone", "()V", false, List.of()),
                patch(advice, SAMPLE, "loop", "(I)I", false, List.of()));

        assertThat(Weaver.weave(Weavings.classFile(Sample.class), patches, outcomes))
                .isNotNull();
        assertThat(outcomes.applied).containsExactly("org/throttleagent/weaver/build/Sample.loop(I)I");
        assertThat(outcomes.skipped).hasSize(1);
    }

    /** The advice jumps over all of it, for which there are 16 bits; the JVM compiles no method of more than 8,000 bytes. */
    @ParameterizedTest
    @CsvSource({"12000, true", "32000, true", "33000, false", "65500, false"})
    void aLongMethodIsWovenUnlessItWouldBeTooLong(int length, boolean fits) throws ReflectiveOperationException {
        byte[] classFile = withMethod(Opcodes.V1_8, "()I", method -> {
            method.visitInsn(Opcodes.ICONST_1);
            Label further = new Label();
            method.visitJumpInsn(Opcodes.IFEQ, further);
            method.visitInsn(Opcodes.ICONST_5);
            method.visitInsn(Opcodes.IRETURN);
            method.visitLabel(further);
            method.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
            for (int i = 0; i < length; i++) {
                method.visitInsn(Opcodes.NOP);
            }
            method.visitInsn(Opcodes.ICONST_2);
            method.visitInsn(Opcodes.IRETURN);
            method.visitMaxs(1, 0);
        });
        Patch patch = patch(SampleAdvice.Everything.class, "made.Made", "run", "()I", true, List.of());

        byte[] woven = Weaver.weave(classFile, List.of(patch), outcomes);

        assertThat(woven != null).isEqualTo(fits);
        if (woven != null) {
            assertThat(run(woven)).isEqualTo(5);
        } else {
            assertThat(outcomes.skipped).singleElement().asString().contains("it would become too large: ");
        }
    }

    /** A return throws away what lies below its value. Kotlin's compiler leaves such things; each kind below each. */
    @ParameterizedTest(name = "{0} below {1}, class file {2}")
    @CsvSource({
        "I, I, 52", "I, J, 52", "I, V, 52", "J, I, 52", "J, J, 52", "J, V, 52", "IJI, D, 52", "JIJ, F, 52",
        "I, I, 46", "I, J, 46", "I, V, 46", "J, I, 46", "J, J, 46", "J, V, 46", "IJI, D, 46", "JIJ, F, 46"
    })
    void whatLiesBelowAReturnedValueIsDropped(String below, String returned, int version)
            throws ReflectiveOperationException {
        byte[] classFile = withMethod(version, "()" + returned, method -> {
            for (char kind : below.toCharArray()) {
                push(method, Type.getType(String.valueOf(kind)));
            }
            push(method, Type.getType(returned));
            method.visitInsn(Type.getType(returned).getOpcode(Opcodes.IRETURN));
            method.visitMaxs(8, 0);
        });
        Patch patch = patch(SampleAdvice.Everything.class, "made.Made", "run", "()" + returned, true, List.of());

        byte[] woven = Weavings.bySplice(classFile, List.of(patch));

        assertThat(String.valueOf(run(woven))).isEqualTo(String.valueOf(run(classFile)));
    }

    /** Optimisers let a long overlap an argument's slot and the next; nothing of the advice may lie there. */
    @Test
    void aLongMayCoverTheLastArgument() throws ReflectiveOperationException {
        byte[] classFile = withMethod(Opcodes.V1_8, "(I)J", method -> {
            method.visitLdcInsn(1L << 40);
            method.visitVarInsn(Opcodes.LSTORE, 0);
            method.visitVarInsn(Opcodes.LLOAD, 0);
            method.visitInsn(Opcodes.LRETURN);
            method.visitMaxs(2, 2);
        });
        Patch patch = patch(SampleAdvice.Everything.class, "made.Made", "run", "(I)J", true, List.of());

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
        byte[] classFile = withMethod(Opcodes.V1_8, "(I)J", method -> {
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
        Patch patch = patch(SampleAdvice.Everything.class, "made.Made", "run", "(I)J", true, List.of());

        byte[] woven = Weavings.bySplice(classFile, List.of(patch));

        Object result =
                Weavings.load("made.Made", woven).getMethod("run", int.class).invoke(null, 9);
        assertThat(result).isEqualTo(9L + 5 - 1000);
    }

    /** Switches are padded to a multiple of four, which moves as they do. */
    @ParameterizedTest
    @CsvSource({"0, true", "1, true", "2, true", "3, true", "0, false", "1, false", "2, false", "3, false"})
    void switchesMove(int nops, boolean table) throws ReflectiveOperationException {
        byte[] classFile = withMethod(Opcodes.V1_5, "(I)I", method -> {
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
        Patch patch = patch(SampleAdvice.Everything.class, "made.Made", "run", "(I)I", true, List.of());
        byte[] woven = Weavings.bySplice(classFile, List.of(patch));
        java.lang.reflect.Method run = Weavings.load("made.Made", woven).getMethod("run", int.class);

        assertThat(run.invoke(null, 7)).isEqualTo(1);
        assertThat(run.invoke(null, table ? 8 : 900)).isEqualTo(2);
        assertThat(run.invoke(null, -1)).isEqualTo(3);
    }

    /** Class files from the future: nothing is guessed. */
    @Test
    void whatIsNotKnownIsLeftAlone() {
        byte[] classFile = withMethod(Opcodes.V1_8, "()I", method -> {
            method.visitInsn(Opcodes.ICONST_2);
            method.visitInsn(Opcodes.IRETURN);
            method.visitMaxs(1, 0);
        });
        Patch patch = patch(SampleAdvice.Everything.class, "made.Made", "run", "()I", true, List.of());
        byte[] unknownInstruction = classFile.clone();
        for (int i = 0; i < unknownInstruction.length - 1; i++) {
            if (unknownInstruction[i] == Opcodes.ICONST_2 && unknownInstruction[i + 1] == (byte) Opcodes.IRETURN) {
                unknownInstruction[i] = (byte) 210;
            }
        }
        byte[] unknownConstant = classFile.clone();
        unknownConstant[10] = 30;

        assertThat(Weaver.weave(unknownInstruction, List.of(patch), outcomes)).isNull();
        assertThat(Weaver.weave(unknownConstant, List.of(patch), outcomes)).isNull();

        assertThat(outcomes.skipped)
                .containsExactly(
                        "made/Made.run()I: its code is newer than this agent (instruction 210)",
                        "made/Made.run()I: its constants are newer than this agent (tag 30)");
    }

    /** javac's finally before Java 6: a subroutine, whose return address is on the stack. */
    @Test
    void subroutinesOfOldClassFiles() throws ReflectiveOperationException {
        byte[] classFile = withMethod(Opcodes.V1_2, "()I", method -> {
            Label subroutine = new Label();
            method.visitJumpInsn(Opcodes.JSR, subroutine);
            method.visitInsn(Opcodes.ICONST_3);
            method.visitInsn(Opcodes.IRETURN);
            method.visitLabel(subroutine);
            method.visitVarInsn(Opcodes.ASTORE, 0);
            method.visitVarInsn(Opcodes.RET, 0);
            method.visitMaxs(1, 1);
        });
        Patch patch = patch(SampleAdvice.Everything.class, "made.Made", "run", "()I", true, List.of());

        assertThat(run(Weavings.bySplice(classFile, List.of(patch)))).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\tb", "only text", "1\t2\t3\t4\t5\t6\t7\t8\t9\t10\t11\t12\t13"})
    void anIndexLineHasTwelveColumns(String line) {
        assertThatThrownBy(() -> PatchIndex.read(line + "\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not a line of a patch index: " + line);
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

    private interface Code {
        void write(MethodVisitor method);
    }

    /** A class {@code made.Made} with a static method {@code run}. */
    private static byte[] withMethod(int version, String descriptor, Code code) {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(version, Opcodes.ACC_PUBLIC, "made/Made", null, "java/lang/Object", null);
        int access = Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC;
        MethodVisitor method = writer.visitMethod(access, "run", descriptor, null, null);
        method.visitCode();
        code.write(method);
        method.visitEnd();
        writer.visitEnd();
        return writer.toByteArray();
    }

    private static Object run(byte[] classFile) throws ReflectiveOperationException {
        return Weavings.load("made.Made", classFile).getMethod("run").invoke(null);
    }
}
