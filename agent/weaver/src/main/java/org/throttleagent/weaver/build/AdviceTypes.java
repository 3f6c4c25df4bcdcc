package org.throttleagent.weaver.build;

import java.io.IOException;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * The types Byte Buddy sees while it weaves: the carrier, the module's own, {@code java.*}, Byte Buddy's annotations. Of all
 * others (a library's, the JDK's internal ones) only the names matter, so they are described as empty classes; then a patch
 * does not depend on the versions of anything.
 */
final class AdviceTypes implements ClassFileLocator {
    private final ClassFileLocator fixed;
    private final ClassFileLocator own;

    AdviceTypes(Hook hook, ClassFileLocator own) {
        ClassFileLocator carrier = ClassFileLocator.Simple.of(hook.type, Carrier.of(hook));
        this.fixed = hook.inheritedFrom.isEmpty()
                ? carrier
                : new Compound(carrier, ClassFileLocator.Simple.of(hook.inheritedFrom, Carrier.superclassOf(hook)));
        this.own = own;
    }

    @Override
    public Resolution locate(String name) throws IOException {
        Resolution resolution = fixed.locate(name);
        if (!resolution.isResolved()) {
            resolution = own.locate(name);
        }
        if (!resolution.isResolved() && (name.startsWith("java.") || name.startsWith("net.bytebuddy."))) {
            resolution = ForClassLoader.of(Advice.class.getClassLoader()).locate(name);
        }
        return resolution.isResolved() ? resolution : new Resolution.Explicit(emptyClass(name));
    }

    private static byte[] emptyClass(String name) {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(Opcodes.V1_8, Opcodes.ACC_PUBLIC, name.replace('.', '/'), null, "java/lang/Object", null);
        writer.visitEnd();
        return writer.toByteArray();
    }

    @Override
    public void close() {
        // nothing is held
    }
}
