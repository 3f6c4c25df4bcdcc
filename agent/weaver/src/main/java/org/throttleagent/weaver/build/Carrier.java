package org.throttleagent.weaver.build;

import java.util.ArrayList;
import java.util.List;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import org.throttleagent.weaver.Marker;

/**
 * Makes what Byte Buddy weaves advice into: a class with the target's name, the fields that the advice uses, and one method,
 * which hands its arguments to {@link Marker#BODY} and returns what comes back.
 */
final class Carrier {
    private Carrier() {}

    /** The class file of the carrier for a hook, not yet woven. */
    static byte[] of(Hook hook) {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(
                Opcodes.V1_8,
                Opcodes.ACC_PUBLIC,
                hook.owner(),
                null,
                hook.inheritedFrom.isEmpty() ? "java/lang/Object" : hook.fieldOwner(),
                null);
        writeFields(writer, hook.fields, Opcodes.ACC_PRIVATE);
        int access = hook.isStatic ? Opcodes.ACC_STATIC : 0;
        writeMethod(writer.visitMethod(access, hook.method, hook.descriptor, null, null), hook);
        writer.visitEnd();
        return writer.toByteArray();
    }

    /** The superclass that has the inherited fields, as far as the advice needs it. */
    static byte[] superclassOf(Hook hook) {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(Opcodes.V1_8, Opcodes.ACC_PUBLIC, hook.fieldOwner(), null, "java/lang/Object", null);
        writeFields(writer, hook.inheritedFields, Opcodes.ACC_PROTECTED);
        writer.visitEnd();
        return writer.toByteArray();
    }

    private static void writeFields(ClassWriter writer, List<String> fields, int access) {
        for (String field : fields) {
            int colon = field.indexOf(':');
            writer.visitField(access, field.substring(0, colon), field.substring(colon + 1), null, null)
                    .visitEnd();
        }
    }

    private static void writeMethod(MethodVisitor method, Hook hook) {
        List<Type> arguments = new ArrayList<>();
        if (!hook.isStatic) {
            arguments.add(Type.getObjectType(hook.owner()));
        }
        for (Type argument : Type.getArgumentTypes(hook.descriptor)) {
            arguments.add(argument);
        }
        Type returned = Type.getReturnType(hook.descriptor);
        Object[] locals = new Object[arguments.size()];
        for (int i = 0; i < locals.length; i++) {
            locals[i] = inFrame(arguments.get(i));
        }

        method.visitCode();
        // Byte Buddy ends what it puts in front with a frame, and two frames may not meet
        method.visitInsn(Opcodes.NOP);
        method.visitFrame(Opcodes.F_NEW, locals.length, locals, 0, null);
        method.visitMethodInsn(Opcodes.INVOKESTATIC, Marker.OWNER, Marker.BEGIN.method(), "()V", false);
        int slot = 0;
        for (Type argument : arguments) {
            method.visitVarInsn(argument.getOpcode(Opcodes.ILOAD), slot);
            slot += argument.getSize();
        }
        String body = Type.getMethodDescriptor(returned, arguments.toArray(new Type[0]));
        method.visitMethodInsn(Opcodes.INVOKESTATIC, Marker.OWNER, Marker.BODY.method(), body, false);
        boolean isVoid = returned.getSort() == Type.VOID;
        Object[] stack = isVoid ? new Object[0] : new Object[] {inFrame(returned)};
        method.visitFrame(Opcodes.F_NEW, locals.length, locals, stack.length, stack);
        method.visitInsn(returned.getOpcode(Opcodes.IRETURN));
        method.visitMaxs(Math.max(slot, returned.getSize()), slot);
        method.visitEnd();
    }

    private static Object inFrame(Type type) {
        switch (type.getSort()) {
            case Type.LONG:
                return Opcodes.LONG;
            case Type.DOUBLE:
                return Opcodes.DOUBLE;
            case Type.FLOAT:
                return Opcodes.FLOAT;
            case Type.ARRAY:
            case Type.OBJECT:
                return type.getInternalName();
            default:
                return Opcodes.INTEGER;
        }
    }
}
