package org.throttleagent.weaver.build;

import net.bytebuddy.jar.asm.AnnotationVisitor;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.FieldVisitor;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.TypePath;
import org.jspecify.annotations.Nullable;

/**
 * Leaves out what compilers and debuggers read: local variables, generic types, nullness. Line numbers stay, for stack traces.
 */
final class BareClass extends ClassVisitor {
    BareClass(ClassVisitor next) {
        super(Opcodes.ASM9, next);
    }

    @Override
    public void visit(
            int version, int access, String name, @Nullable String signature, String superName, String[] interfaces) {
        super.visit(version, access, name, null, superName, interfaces);
    }

    @Override
    public @Nullable AnnotationVisitor visitTypeAnnotation(int where, TypePath path, String type, boolean visible) {
        return null;
    }

    @Override
    public FieldVisitor visitField(
            int access, String name, String descriptor, @Nullable String signature, @Nullable Object value) {
        return new FieldVisitor(Opcodes.ASM9, super.visitField(access, name, descriptor, null, value)) {
            @Override
            public @Nullable AnnotationVisitor visitTypeAnnotation(
                    int where, TypePath path, String type, boolean visible) {
                return null;
            }
        };
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String name, String descriptor, @Nullable String signature, String[] exceptions) {
        return new BareMethod(super.visitMethod(access, name, descriptor, null, exceptions));
    }

    private static final class BareMethod extends MethodVisitor {
        BareMethod(MethodVisitor next) {
            super(Opcodes.ASM9, next);
        }

        @Override
        public void visitLocalVariable(
                String variable, String type, @Nullable String generic, Label start, Label end, int index) {
            // left out
        }

        @Override
        public @Nullable AnnotationVisitor visitTypeAnnotation(int where, TypePath path, String type, boolean visible) {
            return null;
        }

        @Override
        public @Nullable AnnotationVisitor visitInsnAnnotation(int where, TypePath path, String type, boolean visible) {
            return null;
        }

        @Override
        public @Nullable AnnotationVisitor visitTryCatchAnnotation(
                int where, TypePath path, String type, boolean visible) {
            return null;
        }

        @Override
        public @Nullable AnnotationVisitor visitLocalVariableAnnotation(
                int where, TypePath path, Label[] start, Label[] end, int[] index, String type, boolean visible) {
            return null;
        }
    }
}
