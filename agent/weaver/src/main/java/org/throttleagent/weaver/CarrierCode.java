package org.throttleagent.weaver;

import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/** Plays a carrier's code into one method: all that comes before the markers, and later all that comes behind them. */
final class CarrierCode extends ClassReader {
    /* Each half is a pass of its own over the class file, of some hundred bytes; that saves a recording of instructions.
     * For one thread. */

    /** By bytecode offset. What one half jumps to may lie in the other, so both must see the same labels. */
    private Label @Nullable [] known;

    CarrierCode(byte[] carrier) {
        super(carrier);
    }

    /** Writes the exception table, then the code before the markers. */
    void writeHead(MethodVisitor out, boolean withFrames) {
        pass(new Head(out, withFrames));
    }

    /** Writes the code behind the markers. */
    void writeTail(MethodVisitor out, boolean withFrames, CarrierLayout layout) {
        pass(new Tail(out, withFrames, layout));
    }

    private void pass(MethodVisitor half) {
        accept(
                new ClassVisitor(Opcodes.ASM9) {
                    @Override
                    public MethodVisitor visitMethod(
                            int access,
                            String name,
                            String descriptor,
                            @Nullable String signature,
                            String @Nullable [] exceptions) {
                        return half;
                    }
                },
                EXPAND_FRAMES | SKIP_DEBUG);
    }

    @Override
    protected Label readLabel(int offset, @Nullable Label[] ofThisPass) {
        if (known == null) {
            known = new Label[ofThisPass.length];
        }
        if (known[offset] == null) {
            known[offset] = new Label();
        }
        ofThisPass[offset] = known[offset];
        return known[offset];
    }

    /** Lets code through only while {@link #mv} is set. */
    private abstract static class Half extends MethodVisitor {
        private final boolean withFrames;

        Half(@Nullable MethodVisitor out, boolean withFrames) {
            super(Opcodes.ASM9, out);
            this.withFrames = withFrames;
        }

        @Override
        public void visitFrame(
                int type, int localCount, Object @Nullable [] locals, int stackCount, Object @Nullable [] stack) {
            if (withFrames) {
                super.visitFrame(type, localCount, locals, stackCount, stack);
            }
        }

        // the method around the code is the target's

        @Override
        public void visitCode() {}

        @Override
        public void visitMaxs(int maxStack, int maxLocals) {}

        @Override
        public void visitEnd() {}
    }

    private static final class Head extends Half {
        Head(MethodVisitor out, boolean withFrames) {
            super(out, withFrames);
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
            if (Marker.BEGIN.is(opcode, owner, name)) {
                // two frames may not meet: here stands the carrier's, and the target's code may begin with its own
                visitInsn(Opcodes.NOP);
                mv = null;
            } else {
                super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
            }
        }
    }

    private static final class Tail extends Half {
        private final MethodVisitor out;
        private final CarrierLayout layout;
        private boolean behindTarget;
        private boolean frameSeen;

        Tail(MethodVisitor out, boolean withFrames, CarrierLayout layout) {
            super(null, withFrames);
            this.out = out;
            this.layout = layout;
        }

        @Override
        public void visitTryCatchBlock(Label start, Label end, Label handler, @Nullable String type) {
            // written with the head
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
            if (Marker.BODY.is(opcode, owner, name)) {
                behindTarget = true;
                mv = layout.returnsAtOnce ? null : out;
            } else {
                super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
            }
        }

        @Override
        public void visitInsn(int opcode) {
            if (behindTarget && mv == null) {
                mv = out;
            } else {
                super.visitInsn(opcode);
            }
        }

        @Override
        public void visitFrame(
                int type, int localCount, Object @Nullable [] locals, int stackCount, Object @Nullable [] stack) {
            boolean first = mv != null && !frameSeen && !layout.returnsAtOnce;
            frameSeen |= first;
            if (first || !layout.localsUsedBehind) {
                // it claims the arguments or copies of them, which the target's code may have overwritten
                super.visitFrame(type, layout.kept.length, layout.kept, stackCount, stack);
            } else {
                super.visitFrame(type, localCount, locals, stackCount, stack);
            }
        }
    }
}
