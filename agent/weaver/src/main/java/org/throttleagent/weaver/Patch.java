package org.throttleagent.weaver;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Advice for one method, as the build wove it: a class file (the carrier) with the target's name, the fields the advice
 * uses, and one method with the target's name and descriptor, in which {@link Marker}s keep the place of the target's code.
 */
public final class Patch {
    /* Immutable; one patch is applied to as many classes, by as many threads, as there are. */

    private static final int ACC_STATIC = 8;

    private final ClassFile carrier;
    private final String owner;
    private final String method;
    private final String descriptor;
    private final boolean isStatic;
    private final List<String> fields;
    private final MethodCode code;
    private final List<String> classNames = new ArrayList<>();
    private final List<CarrierFrame> frames;
    private final CarrierLayout layout;

    private Patch(ClassFile carrier) {
        byte[] bytes = carrier.bytes;
        int member = carrier.firstMethod;
        this.carrier = carrier;
        this.owner = carrier.name();
        if (carrier.methodCount() != 1) {
            throw new IllegalArgumentException("a patch with " + carrier.methodCount() + " methods: " + owner);
        }
        this.method = carrier.text(Bytes.u2(bytes, member + 2));
        this.descriptor = carrier.text(Bytes.u2(bytes, member + 4));
        this.isStatic = (Bytes.u2(bytes, member) & ACC_STATIC) != 0;
        this.fields = fields(carrier);
        @Nullable MethodCode found = MethodCode.read(carrier, member);
        if (found == null) {
            throw new IllegalArgumentException("a patch without code: " + this);
        }
        this.code = found;
        this.frames = CarrierFrame.read(carrier, code, isStatic, descriptor, classNames);
        int arguments = Descriptor.argumentWords(bytes, carrier.characters(Bytes.u2(bytes, member + 4)));
        this.layout =
                CarrierScan.layout(owner + '.' + method, carrier, code, frames, isStatic ? arguments : arguments + 1);
    }

    /**
     * Reads a patch.
     *
     * @param carrier the class file that the build wrote; kept, not copied
     * @throws IllegalArgumentException if it is not such a class file, or lays its locals out as no splice can follow
     */
    public static Patch read(byte[] carrier) {
        try {
            return new Patch(ClassFile.read(carrier));
        } catch (Refusal e) {
            throw new IllegalArgumentException("not a patch: " + e.why(), e);
        }
    }

    private static List<String> fields(ClassFile carrier) {
        List<String> fields = new ArrayList<>(carrier.fieldCount());
        int at = carrier.firstField;
        for (int left = carrier.fieldCount(); left > 0; left--) {
            String name = carrier.text(Bytes.u2(carrier.bytes, at + 2));
            fields.add(name + ':' + carrier.text(Bytes.u2(carrier.bytes, at + 4)));
            at = carrier.endOfMember(at);
        }
        return Collections.unmodifiableList(fields);
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

    MethodCode code() {
        return code;
    }

    List<CarrierFrame> frames() {
        return frames;
    }

    PatchConstants constantsFor(AddedConstants added) {
        return new PatchConstants(added, carrier, classNames);
    }

    /** {@code owner.method descriptor} without a blank, as in a stack trace of the JVM. */
    @Override
    public String toString() {
        return owner + "." + method + descriptor;
    }
}
