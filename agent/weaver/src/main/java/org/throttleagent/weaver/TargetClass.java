package org.throttleagent.weaver;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.FieldVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/** A class on its way from reader to writer: finds for each patch its method, and splices. */
final class TargetClass extends ClassVisitor {
    private static final int WITHOUT_CODE = Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE;

    private final List<Patch> patches;

    /** By patch: why it is not in the class, or {@code null} once it is. */
    private final @Nullable String[] obstacles;

    private final Set<String> fields = new HashSet<>();
    private String name = "";
    private boolean withFrames;

    TargetClass(ClassVisitor next, List<Patch> patches) {
        super(Opcodes.ASM9, next);
        this.patches = patches;
        this.obstacles = new String[patches.size()];
    }

    boolean anyApplied() {
        for (String obstacle : obstacles) {
            if (obstacle == null) {
                return true;
            }
        }
        return false;
    }

    void skipAll(String why) {
        for (int i = 0; i < obstacles.length; i++) {
            if (obstacles[i] == null) {
                obstacles[i] = why;
            }
        }
    }

    void tell(Report report) {
        for (int i = 0; i < obstacles.length; i++) {
            String obstacle = obstacles[i];
            if (obstacle == null) {
                report.applied(patches.get(i));
            } else {
                report.skipped(patches.get(i), obstacle);
            }
        }
    }

    @Override
    public void visit(
            int version,
            int access,
            String className,
            @Nullable String signature,
            @Nullable String superName,
            String @Nullable [] interfaces) {
        name = className;
        withFrames = (version & 0xFFFF) >= Opcodes.V1_6;
        for (int i = 0; i < obstacles.length; i++) {
            Patch patch = patches.get(i);
            obstacles[i] = patch.owner().equals(name)
                    ? "it has no method " + patch.method() + patch.descriptor()
                    : "the class is " + name;
        }
        super.visit(version, access, className, signature, superName, interfaces);
    }

    @Override
    public @Nullable FieldVisitor visitField(
            int access, String field, String descriptor, @Nullable String signature, @Nullable Object value) {
        fields.add(field + ':' + descriptor);
        return super.visitField(access, field, descriptor, signature, value);
    }

    /** The fields of a class file come before its methods. */
    @Override
    public MethodVisitor visitMethod(
            int access, String method, String descriptor, @Nullable String signature, String @Nullable [] exceptions) {
        MethodVisitor out = super.visitMethod(access, method, descriptor, signature, exceptions);
        for (int i = 0; i < obstacles.length; i++) {
            Patch patch = patches.get(i);
            if (patch.method().equals(method)
                    && patch.descriptor().equals(descriptor)
                    && patch.owner().equals(name)) {
                obstacles[i] = obstacle(patch, access);
                if (obstacles[i] == null) {
                    out = Splicer.around(out, patch, withFrames);
                }
            }
        }
        return out;
    }

    private @Nullable String obstacle(Patch patch, int access) {
        if (((access & Opcodes.ACC_STATIC) != 0) != patch.isStatic()) {
            return patch.isStatic() ? "its method is not static" : "its method is static";
        }
        if ((access & WITHOUT_CODE) != 0) {
            return "its method has no code";
        }
        for (String field : patch.fields()) {
            if (!fields.contains(field)) {
                return "it has no field " + field;
            }
        }
        return null;
    }
}
