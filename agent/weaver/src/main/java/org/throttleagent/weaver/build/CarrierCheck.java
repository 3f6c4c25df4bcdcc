package org.throttleagent.weaver.build;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import org.jspecify.annotations.Nullable;
import org.throttleagent.weaver.Marker;
import org.throttleagent.weaver.Patch;

/**
 * Refuses a woven carrier that could not be spliced, or whose code would not run in every class it is for: targets may be as
 * old as class file version 46, and see nothing but the JDK, the gate and their own types.
 */
final class CarrierCheck extends MethodVisitor {
    private static final String GATE = "org/throttleagent/gate/ThrottleGate";

    private final Hook hook;
    private final Set<String> targetTypes = new HashSet<>();

    private CarrierCheck(Hook hook) {
        super(Opcodes.ASM9);
        this.hook = hook;
        targetTypes.add(hook.owner());
        targetTypes.add(hook.fieldOwner());
        for (Type argument : Type.getArgumentTypes(hook.descriptor)) {
            targetTypes.add(elementName(argument));
        }
        targetTypes.add(elementName(Type.getReturnType(hook.descriptor)));
        addTypes(hook.fields);
        addTypes(hook.inheritedFields);
    }

    private void addTypes(List<String> fields) {
        for (String field : fields) {
            targetTypes.add(elementName(Type.getType(field.substring(field.indexOf(':') + 1))));
        }
    }

    /** Throws a {@link WeavingException} if something is wrong. */
    static void check(byte[] carrier, Hook hook) {
        CarrierCheck check = new CarrierCheck(hook);
        new ClassReader(carrier)
                .accept(
                        new ClassVisitor(Opcodes.ASM9) {
                            @Override
                            public MethodVisitor visitMethod(
                                    int access,
                                    String name,
                                    String descriptor,
                                    @Nullable String signature,
                                    String @Nullable [] exceptions) {
                                return check;
                            }
                        },
                        ClassReader.EXPAND_FRAMES | ClassReader.SKIP_DEBUG);
        try {
            Patch.read(carrier);
        } catch (IllegalArgumentException e) {
            throw hook.failure(String.valueOf(e.getMessage()), e);
        }
    }

    @Override
    public void visitTryCatchBlock(Label start, Label end, Label handler, @Nullable String type) {
        if (type != null) {
            mayUse(Type.getObjectType(type));
        }
    }

    @Override
    public void visitTypeInsn(int opcode, String type) {
        mayUse(Type.getObjectType(type));
    }

    @Override
    public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
        mayUse(Type.getType(descriptor));
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
        mayUse(Type.getObjectType(owner));
        mayUse(Type.getType(descriptor));
    }

    @Override
    public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
        if (!owner.equals(Marker.OWNER)) {
            mayUse(Type.getObjectType(owner));
            for (Type argument : Type.getArgumentTypes(descriptor)) {
                mayUse(argument);
            }
            mayUse(Type.getReturnType(descriptor));
            if (isInterface && opcode != Opcodes.INVOKEINTERFACE) {
                throw hook.failure("calls " + owner + "." + name
                        + ", a static method of an interface, which class files before version 52 cannot");
            }
        }
    }

    @Override
    public void visitLdcInsn(Object value) {
        if (value instanceof Type) {
            throw hook.failure("uses a class literal, " + ((Type) value).getClassName()
                    + ", which class files before version 49 cannot");
        }
        if (!(value instanceof Number || value instanceof String)) {
            throw hook.failure("uses the constant " + value + ", which class files before version 51 cannot");
        }
    }

    @Override
    public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
        throw hook.failure("uses invokedynamic (" + bootstrap.getOwner() + "." + bootstrap.getName()
                + "), which class files before version 51 cannot: no lambdas, no string concatenation above Java 8");
    }

    private void mayUse(Type type) {
        String name = elementName(type);
        if (!name.isEmpty() && !name.startsWith("java/") && !name.equals(GATE) && !targetTypes.contains(name)) {
            throw hook.failure("uses " + name.replace('/', '.')
                    + ", which the target may not see: only java.*, the gate and the target's own types");
        }
    }

    /** The internal name of what an array holds or a type is, empty for a primitive one. */
    private static String elementName(Type type) {
        Type element = type.getSort() == Type.ARRAY ? type.getElementType() : type;
        return element.getSort() == Type.OBJECT ? element.getInternalName() : "";
    }
}
