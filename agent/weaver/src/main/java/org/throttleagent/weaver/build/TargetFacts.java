package org.throttleagent.weaver.build;

import java.util.HashSet;
import java.util.Set;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.FieldVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/** The members that a class file declares. */
final class TargetFacts extends ClassVisitor {
    private final Set<String> fields = new HashSet<>();
    private final Set<String> methods = new HashSet<>();

    private TargetFacts(byte[] classFile) {
        super(Opcodes.ASM9);
        new ClassReader(classFile)
                .accept(this, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    }

    static TargetFacts of(byte[] classFile) {
        return new TargetFacts(classFile);
    }

    boolean hasField(String nameAndDescriptor) {
        return fields.contains(nameAndDescriptor);
    }

    boolean hasMethod(String name, String descriptor, boolean isStatic) {
        return methods.contains(key(name, descriptor, isStatic));
    }

    @Override
    public @Nullable FieldVisitor visitField(
            int access, String name, String descriptor, @Nullable String signature, @Nullable Object value) {
        fields.add(name + ":" + descriptor);
        return null;
    }

    @Override
    public @Nullable MethodVisitor visitMethod(
            int access, String name, String descriptor, @Nullable String signature, String @Nullable [] exceptions) {
        methods.add(key(name, descriptor, (access & Opcodes.ACC_STATIC) != 0));
        return null;
    }

    private static String key(String name, String descriptor, boolean isStatic) {
        return name + descriptor + (isStatic ? " static" : "");
    }
}
