package org.throttleagent.weaver.build;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.throttleagent.weaver.Marker;

/** Carriers as another Byte Buddy might leave them: the build must not take one that the splicer would misread. */
class MarkersTest {
    private static final String BODY = "(Lmade/Target;I)I";

    static Stream<Arguments> carriers() {
        return Stream.of(
                carrier("neither marker", "has not both markers", code -> {
                    code.visitInsn(Opcodes.ICONST_0);
                    code.visitInsn(Opcodes.IRETURN);
                }),
                carrier("the first alone", "has more than loads of its arguments between the markers", code -> {
                    begin(code);
                    code.visitInsn(Opcodes.ICONST_0);
                    code.visitInsn(Opcodes.IRETURN);
                }),
                carrier("the second alone", "has a stray body marker", code -> {
                    load(code, 0, 1);
                    body(code);
                    end(code);
                }),
                carrier("the first twice", "has more than loads of its arguments between the markers", code -> {
                    begin(code);
                    begin(code);
                    load(code, 0, 1);
                    body(code);
                    end(code);
                }),
                carrier("both twice", "has a stray begin marker", code -> {
                    begin(code);
                    load(code, 0, 1);
                    body(code);
                    end(code);
                    begin(code);
                    load(code, 0, 1);
                    body(code);
                    end(code);
                }),
                carrier("one argument missing", "has a stray body marker", code -> {
                    begin(code);
                    load(code, 0);
                    code.visitMethodInsn(
                            Opcodes.INVOKESTATIC, Marker.OWNER, Marker.BODY.method(), "(Lmade/Target;)I", false);
                    end(code);
                }),
                carrier("arguments in another order", "scatters the copies of its arguments", code -> {
                    begin(code);
                    load(code, 1, 0);
                    body(code);
                    end(code);
                }),
                carrier("something else between", "has more than loads of its arguments between the markers", code -> {
                    begin(code);
                    load(code, 0, 1);
                    code.visitInsn(Opcodes.NOP);
                    body(code);
                    end(code);
                }),
                carrier("a jump between", "has a label between the markers", code -> {
                    begin(code);
                    Label between = new Label();
                    load(code, 0);
                    code.visitLabel(between);
                    load(code, 1);
                    body(code);
                    end(code);
                    code.visitJumpInsn(Opcodes.GOTO, between);
                }),
                carrier("no frame before", "has a stray begin marker", code -> {
                    code.visitMethodInsn(Opcodes.INVOKESTATIC, Marker.OWNER, Marker.BEGIN.method(), "()V", false);
                    load(code, 0, 1);
                    body(code);
                    end(code);
                }),
                carrier("no frame behind", "has no frame behind the markers", code -> {
                    begin(code);
                    load(code, 0, 1);
                    body(code);
                    code.visitInsn(Opcodes.IRETURN);
                }));
    }

    private static Arguments carrier(String what, String why, Consumer<MethodVisitor> code) {
        return arguments(what, why, code);
    }

    private static void begin(MethodVisitor code) {
        code.visitInsn(Opcodes.NOP);
        code.visitFrame(Opcodes.F_NEW, 2, new Object[] {"made/Target", Opcodes.INTEGER}, 0, null);
        code.visitMethodInsn(Opcodes.INVOKESTATIC, Marker.OWNER, Marker.BEGIN.method(), "()V", false);
    }

    private static void load(MethodVisitor code, int... slots) {
        for (int slot : slots) {
            code.visitVarInsn(slot == 0 ? Opcodes.ALOAD : Opcodes.ILOAD, slot);
        }
    }

    private static void body(MethodVisitor code) {
        code.visitMethodInsn(Opcodes.INVOKESTATIC, Marker.OWNER, Marker.BODY.method(), BODY, false);
    }

    private static void end(MethodVisitor code) {
        code.visitFrame(
                Opcodes.F_NEW, 2, new Object[] {"made/Target", Opcodes.INTEGER}, 1, new Object[] {Opcodes.INTEGER});
        code.visitInsn(Opcodes.IRETURN);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("carriers")
    void refusesWithTheAdvicesName(String what, String why, Consumer<MethodVisitor> code) {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(Opcodes.V1_8, Opcodes.ACC_PUBLIC, "made/Target", null, "java/lang/Object", null);
        MethodVisitor method = writer.visitMethod(0, "run", "(I)I", null, null);
        method.visitCode();
        code.accept(method);
        method.visitMaxs(2, 2);
        method.visitEnd();
        Map<String, Object> values = new HashMap<>();
        values.put("client", Type.getType(Object.class));
        values.put("type", "made.Target");
        values.put("method", "run");
        values.put("descriptor", "(I)I");
        values.put("since", "1");

        assertThatThrownBy(() -> CarrierCheck.check(writer.toByteArray(), new Hook("some.Advice", values)))
                .isInstanceOf(WeavingException.class)
                .hasMessageContaining("some.Advice for made.Target.run(I)I")
                .hasMessageContaining(why);
    }
}
