package org.throttleagent.weaver.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.Opcodes;
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

    @Test
    void tellsWhyAPatchIsSkipped() {
        Class<?> advice = SampleAdvice.EntryOnly.class;
        List<Patch> patches = new ArrayList<>();
        patches.add(Made.patch(advice, SAMPLE, "gone", "()V", false, List.of()));
        patches.add(Made.patch(advice, SAMPLE, "loop", "(J)I", false, List.of()));
        patches.add(Made.patch(advice, SAMPLE, "loop", "(I)I", true, List.of()));
        patches.add(Made.patch(advice, SAMPLE, "repeat", "(Ljava/lang/String;I)Ljava/lang/String;", false, List.of()));
        patches.add(Made.patch(advice, SAMPLE, "loop", "(I)I", false, List.of("field:J")));
        patches.add(Made.patch(advice, "some.Other", "loop", "(I)I", false, List.of()));

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
        Patch patch = Made.patch(SampleAdvice.EntryOnly.class, "made.Abstract", "run", "()V", false, List.of());

        assertThat(Weaver.weave(writer.toByteArray(), List.of(patch), outcomes)).isNull();
        assertThat(outcomes.skipped).containsExactly("made/Abstract.run()V: its method has no code");
    }

    @Test
    void onePatchThatDoesNotFitLeavesTheOthers() {
        Class<?> advice = SampleAdvice.EntryOnly.class;
        List<Patch> patches = List.of(
                Made.patch(advice, SAMPLE, "gone", "()V", false, List.of()),
                Made.patch(advice, SAMPLE, "loop", "(I)I", false, List.of()));

        assertThat(Weaver.weave(Weavings.classFile(Sample.class), patches, outcomes))
                .isNotNull();
        assertThat(outcomes.applied).containsExactly("org/throttleagent/weaver/build/Sample.loop(I)I");
        assertThat(outcomes.skipped).hasSize(1);
    }

    /** The advice jumps over all of it, for which there are 16 bits; the JVM compiles no method of more than 8,000 bytes. */
    @ParameterizedTest
    @CsvSource({"12000, true", "32000, true", "33000, false", "65500, false"})
    void aLongMethodIsWovenUnlessItWouldBeTooLong(int length, boolean fits) throws ReflectiveOperationException {
        byte[] classFile = Made.withMethod(Opcodes.V1_8, "()I", method -> {
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
        Patch patch = Made.patch(SampleAdvice.Everything.class, "made.Made", "run", "()I", true, List.of());

        byte[] woven = Weaver.weave(classFile, List.of(patch), outcomes);

        assertThat(woven != null).isEqualTo(fits);
        if (woven != null) {
            assertThat(Made.run(woven)).isEqualTo(5);
        } else {
            assertThat(outcomes.skipped).singleElement().asString().contains("it would become too large: ");
        }
    }

    /** Class files from the future: nothing is guessed. */
    @Test
    void whatIsNotKnownIsLeftAlone() {
        byte[] classFile = Made.withMethod(Opcodes.V1_8, "()I", method -> {
            method.visitInsn(Opcodes.ICONST_2);
            method.visitInsn(Opcodes.IRETURN);
            method.visitMaxs(1, 0);
        });
        Patch patch = Made.patch(SampleAdvice.Everything.class, "made.Made", "run", "()I", true, List.of());
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

    @ParameterizedTest
    @ValueSource(strings = {"a\tb", "only text", "1\t2\t3\t4\t5\t6\t7\t8\t9\t10\t11\t12\t13"})
    void anIndexLineHasTwelveColumns(String line) {
        assertThatThrownBy(() -> PatchIndex.read(line + "\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not a line of a patch index: " + line);
    }
}
