package org.throttleagent.weaver.build;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import org.throttleagent.weaver.Patch;

/** Makes classes and patches for tests. */
final class Made {
    private Made() {}

    /** A patch for a method, woven as the build does it. */
    static Patch patch(
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

    interface Code {
        void write(MethodVisitor method);
    }

    /** A class {@code made.Made} with a static method {@code run}. */
    static byte[] withMethod(int version, String descriptor, Code code) {
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

    static Object run(byte[] classFile) throws ReflectiveOperationException {
        return Weavings.load("made.Made", classFile).getMethod("run").invoke(null);
    }
}
