package org.throttleagent.weaver;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A class that is woven: finds for each patch its method, and puts the woven methods in the place of the old ones. */
/* In as many rounds as there are patches for one method, each over the outcome of the one before, from the inside to the
 * outside; nearly always in one. For one thread. */
final class TargetClass {
    private static final int ACC_STATIC = 0x0008;
    private static final int ACC_NATIVE = 0x0100;
    private static final int ACC_ABSTRACT = 0x0400;

    private final List<Patch> patches;

    /** By patch: why it is not in the class; {@code null} once it is, or while nothing speaks against it. */
    private final @Nullable String[] obstacles;

    /** By patch: whether it is done with. */
    private final boolean[] done;

    private byte[] bytes;
    private int applied;

    TargetClass(byte[] classFile, List<Patch> patches) {
        this.bytes = classFile;
        this.patches = patches;
        this.obstacles = new String[patches.size()];
        this.done = new boolean[patches.size()];
    }

    /** The woven class file, or {@code null} if no patch was applied. */
    byte @Nullable [] weave() {
        try {
            ClassFile file = ClassFile.read(bytes);
            int[] members = members(file);
            for (int i = 0; i < done.length; i++) {
                refuse(i, obstacle(file, members[i], patches.get(i)));
            }
            while (!allDone()) {
                if (file.bytes != bytes) {
                    file = ClassFile.read(bytes);
                    members = members(file);
                }
                round(file, members);
            }
        } catch (Refusal e) {
            for (int i = 0; i < done.length; i++) {
                refuse(i, e.why());
            }
        }
        return applied > 0 ? bytes : null;
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

    private void refuse(int patch, @Nullable String why) {
        if (why != null && !done[patch]) {
            obstacles[patch] = why;
            done[patch] = true;
        }
    }

    private boolean allDone() {
        for (boolean each : done) {
            if (!each) {
                return false;
            }
        }
        return true;
    }

    /** By patch, where its method begins; 0 if there is none. */
    private int[] members(ClassFile file) {
        int[] members = new int[done.length];
        int at = file.firstMethod;
        for (int left = file.methodCount(); left > 0; left--) {
            for (int i = 0; i < members.length; i++) {
                Patch patch = patches.get(i);
                if (file.isMember(at, patch.method(), patch.descriptor())) {
                    members[i] = at;
                }
            }
            at = file.endOfMember(at);
        }
        return members;
    }

    private static @Nullable String obstacle(ClassFile file, int member, Patch patch) {
        if (!file.isNamed(patch.owner())) {
            return "the class is " + file.name();
        }
        if (member == 0) {
            return "it has no method " + patch.method() + patch.descriptor();
        }
        int access = Bytes.u2(file.bytes, member);
        if (((access & ACC_STATIC) != 0) != patch.isStatic()) {
            return patch.isStatic() ? "its method is not static" : "its method is static";
        }
        if ((access & (ACC_ABSTRACT | ACC_NATIVE)) != 0) {
            return "its method has no code";
        }
        for (String field : patch.fields()) {
            if (!file.hasField(field)) {
                return "it has no field " + field;
            }
        }
        return null;
    }

    /** Weaves each method with the innermost of its patches that are left. */
    private void round(ClassFile file, int[] members) {
        AddedConstants added = new AddedConstants(file);
        int framesName = Splicer.hasFrames(file) ? added.text(MethodCode.FRAMES) : 0;
        List<WovenMethod> woven = new ArrayList<>();
        int growth = 0;
        int at = file.firstMethod;
        for (int left = file.methodCount(); left > 0; left--) {
            int end = file.endOfMember(at);
            int patch = lastFor(members, at);
            if (patch >= 0) {
                done[patch] = true;
                @Nullable MethodCode code = spliced(file, at, patch, added);
                if (code != null) {
                    WovenMethod method = new WovenMethod(file, at, end, code, framesName);
                    woven.add(method);
                    growth += method.bytes.size() - (end - at);
                }
            }
            at = end;
        }
        applied += woven.size();
        bytes = put(file, added, woven, file.bytes.length + added.bytes().size() + growth);
    }

    /** The class with its new constants and methods, in one piece of just the size that it takes. */
    private static byte[] put(ClassFile file, AddedConstants added, List<WovenMethod> woven, int size) {
        ByteSink whole = new ByteSink(size);
        whole.bytes(file.bytes, 0, 8);
        whole.u2(added.count());
        whole.bytes(file.bytes, 10, file.constantsEnd);
        whole.all(added.bytes());
        int copied = file.constantsEnd;
        for (WovenMethod method : woven) {
            whole.bytes(file.bytes, copied, method.from);
            whole.all(method.bytes);
            copied = method.to;
        }
        whole.bytes(file.bytes, copied, file.bytes.length);
        return whole.toBytes();
    }

    private int lastFor(int[] members, int member) {
        for (int i = done.length - 1; i >= 0; i--) {
            if (!done[i] && members[i] == member) {
                return i;
            }
        }
        return -1;
    }

    private @Nullable MethodCode spliced(ClassFile file, int member, int patch, AddedConstants added) {
        try {
            @Nullable MethodCode code = MethodCode.read(file, member);
            if (code == null) {
                throw new Refusal("its method has no code");
            }
            MethodCode woven = Splicer.around(file, code, patches.get(patch), added);
            woven.checkSize();
            return woven;
        } catch (Refusal e) {
            obstacles[patch] = e.why();
            return null;
        }
    }

    /** A method as it will be, and where it stands as it was. */
    private static final class WovenMethod {
        private final int from;
        private final int to;
        private final ByteSink bytes;

        private WovenMethod(ClassFile file, int from, int to, MethodCode code, int framesName) {
            this.from = from;
            this.to = to;
            this.bytes = new ByteSink(2 * (to - from) + 256);
            bytes.bytes(file.bytes, from, from + 8);
            int at = from + 8;
            while (at < to) {
                int end = file.endOfAttribute(at);
                if (file.is(Bytes.u2(file.bytes, at), MethodCode.ATTRIBUTE)) {
                    bytes.u2(Bytes.u2(file.bytes, at));
                    code.write(bytes, framesName);
                } else {
                    bytes.bytes(file.bytes, at, end);
                }
                at = end;
            }
        }
    }
}
