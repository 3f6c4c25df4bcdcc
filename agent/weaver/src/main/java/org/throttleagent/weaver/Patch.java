package org.throttleagent.weaver;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.FieldVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/**
 * Advice for one method, as the build wove it: a class file (the carrier) with the target's name, the fields the advice
 * uses, and one method with the target's name and descriptor, in which {@link Marker}s keep the place of the target's code.
 */
public final class Patch {
    /* Immutable; one patch is applied to as many classes, by as many threads, as there are. */

    private final byte[] carrier;
    private final String owner;
    private final String method;
    private final String descriptor;
    private final boolean isStatic;
    private final List<String> fields;
    private final CarrierLayout layout;

    private Patch(byte[] carrier, Contents contents, CarrierLayout layout) {
        this.carrier = carrier;
        this.owner = contents.owner;
        this.method = contents.method;
        this.descriptor = contents.descriptor;
        this.isStatic = (contents.access & Opcodes.ACC_STATIC) != 0;
        this.fields = Collections.unmodifiableList(contents.fields);
        this.layout = layout;
    }

    /**
     * Reads a patch.
     *
     * @param carrier the class file that the build wrote; kept, not copied
     * @throws IllegalArgumentException if it is not such a class file, or lays its locals out as no splice can follow
     */
    public static Patch read(byte[] carrier) {
        Contents contents = new Contents();
        new ClassReader(carrier).accept(contents, ClassReader.EXPAND_FRAMES | ClassReader.SKIP_DEBUG);
        if (contents.scan == null) {
            throw new IllegalArgumentException("a patch without a method: " + contents.owner);
        }
        return new Patch(carrier, contents, contents.scan.layout());
    }

    /** The target class's internal name. */
    public String owner() {
        return owner;
    }

    /** The target method's name. */
    public String method() {
        return method;
    }

    /** The target method's descriptor. */
    public String descriptor() {
        return descriptor;
    }

    /** Whether the target method is static. */
    public boolean isStatic() {
        return isStatic;
    }

    /** The fields that the target class itself must declare, as {@code name:descriptor}. */
    public List<String> fields() {
        return fields;
    }

    CarrierLayout layout() {
        return layout;
    }

    /** The patch's code for one application; its labels are that application's own. */
    CarrierCode code() {
        return new CarrierCode(carrier);
    }

    /** {@code owner.method descriptor} without a blank, as in a stack trace of the JVM. */
    @Override
    public String toString() {
        return owner + "." + method + descriptor;
    }

    private static final class Contents extends ClassVisitor {
        private String owner = "";
        private String method = "";
        private String descriptor = "";
        private int access;
        private final List<String> fields = new ArrayList<>();
        private @Nullable CarrierScan scan;

        Contents() {
            super(Opcodes.ASM9);
        }

        @Override
        public void visit(
                int version,
                int classAccess,
                String name,
                @Nullable String signature,
                @Nullable String superName,
                String @Nullable [] interfaces) {
            owner = name;
        }

        @Override
        public @Nullable FieldVisitor visitField(
                int fieldAccess, String name, String type, @Nullable String signature, @Nullable Object value) {
            fields.add(name + ':' + type);
            return null;
        }

        @Override
        public MethodVisitor visitMethod(
                int methodAccess,
                String name,
                String type,
                @Nullable String signature,
                String @Nullable [] exceptions) {
            if (scan != null) {
                throw new IllegalArgumentException("a patch with two methods: " + owner);
            }
            access = methodAccess;
            method = name;
            descriptor = type;
            scan = new CarrierScan(owner + '.' + name, methodAccess, type);
            return scan;
        }
    }
}
