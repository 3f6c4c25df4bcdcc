package org.throttleagent.weaver;

import net.bytebuddy.jar.asm.ConstantDynamic;
import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import org.jspecify.annotations.Nullable;

/**
 * Turns every return of a method into a jump, with nothing on the stack but what it returns. A return throws away what else
 * is on the stack (Kotlin's compiler counts on it), a jump does not; so this follows the stack.
 */
final class RedirectedReturns extends MethodVisitor {
    private final Label destination;
    private final OperandStack operands = new OperandStack();
    private int extraStack;

    RedirectedReturns(MethodVisitor next, Label destination) {
        super(Opcodes.ASM9, next);
        this.destination = destination;
    }

    /** Words by which the method's stack must be deeper than it was. */
    int extraStack() {
        return extraStack;
    }

    @Override
    public void visitInsn(int opcode) {
        if (opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN) {
            int returned =
                    opcode == Opcodes.RETURN ? 0 : opcode == Opcodes.LRETURN || opcode == Opcodes.DRETURN ? 2 : 1;
            if (dropAllBelow(returned)) {
                extraStack = 2;
            }
            super.visitJumpInsn(Opcodes.GOTO, destination);
            operands.unreachable();
        } else {
            super.visitInsn(opcode);
            operands.plain(opcode);
        }
    }

    /** Needs no scratch local: the value goes below what it stands on, which then is on top. */
    private boolean dropAllBelow(int words) {
        int left = operands.depth() - words;
        boolean any = left > 0;
        while (left > 0) {
            boolean wide = operands.isUpperHalf(left - 1);
            if (words == 1) {
                super.visitInsn(wide ? Opcodes.DUP_X2 : Opcodes.DUP_X1);
                super.visitInsn(Opcodes.POP);
            } else if (words == 2) {
                super.visitInsn(wide ? Opcodes.DUP2_X2 : Opcodes.DUP2_X1);
                super.visitInsn(Opcodes.POP2);
            }
            super.visitInsn(wide ? Opcodes.POP2 : Opcodes.POP);
            left -= wide ? 2 : 1;
        }
        return any;
    }

    @Override
    public void visitTryCatchBlock(Label start, Label end, Label handler, @Nullable String type) {
        super.visitTryCatchBlock(start, end, handler, type);
        operands.handler(handler);
    }

    @Override
    public void visitLabel(Label label) {
        super.visitLabel(label);
        operands.label(label);
    }

    @Override
    public void visitFrame(
            int type, int localCount, Object @Nullable [] locals, int stackCount, Object @Nullable [] stack) {
        super.visitFrame(type, localCount, locals, stackCount, stack);
        operands.frame(stackCount, stack);
    }

    @Override
    public void visitIntInsn(int opcode, int operand) {
        super.visitIntInsn(opcode, operand);
        operands.replace(opcode == Opcodes.NEWARRAY ? 1 : 0, 1);
    }

    @Override
    public void visitVarInsn(int opcode, int slot) {
        super.visitVarInsn(opcode, slot);
        operands.plain(opcode);
    }

    @Override
    public void visitTypeInsn(int opcode, String type) {
        super.visitTypeInsn(opcode, type);
        operands.replace(opcode == Opcodes.NEW ? 0 : 1, 1);
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
        super.visitFieldInsn(opcode, owner, name, descriptor);
        boolean get = opcode == Opcodes.GETFIELD || opcode == Opcodes.GETSTATIC;
        int object = opcode == Opcodes.GETFIELD || opcode == Opcodes.PUTFIELD ? 1 : 0;
        int value = Type.getType(descriptor).getSize();
        operands.replace(get ? object : object + value, get ? value : 0);
    }

    @Override
    public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
        super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
        operands.call(descriptor, opcode != Opcodes.INVOKESTATIC);
    }

    @Override
    public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
        super.visitInvokeDynamicInsn(name, descriptor, bootstrap, arguments);
        operands.call(descriptor, false);
    }

    @Override
    public void visitJumpInsn(int opcode, Label label) {
        super.visitJumpInsn(opcode, label);
        operands.jump(opcode, label);
    }

    @Override
    public void visitLdcInsn(Object value) {
        super.visitLdcInsn(value);
        boolean wide = value instanceof Long
                || value instanceof Double
                || value instanceof ConstantDynamic && ((ConstantDynamic) value).getSize() == 2;
        operands.replace(0, wide ? 2 : 1);
    }

    @Override
    public void visitTableSwitchInsn(int min, int max, Label otherwise, Label... labels) {
        super.visitTableSwitchInsn(min, max, otherwise, labels);
        operands.choose(otherwise, labels);
    }

    @Override
    public void visitLookupSwitchInsn(Label otherwise, int[] keys, Label[] labels) {
        super.visitLookupSwitchInsn(otherwise, keys, labels);
        operands.choose(otherwise, labels);
    }

    @Override
    public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
        super.visitMultiANewArrayInsn(descriptor, dimensions);
        operands.replace(dimensions, 1);
    }
}
