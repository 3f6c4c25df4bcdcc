package org.throttleagent.weaver.build;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import net.bytebuddy.jar.asm.ClassReader;
import org.jspecify.annotations.Nullable;

/**
 * Refuses hooks whose target is not there. A library's hooks are looked for in the version that the module compiles against,
 * where each advice must find one of its targets (the others may belong to other versions); the JDK's in the JDK that runs
 * the build, where every target must be found whose versions include it.
 */
final class TargetCheck {
    private final ClassFiles files;
    private final int jdk;
    private final Consumer<String> notes;

    /**
     * Of what the build has.
     *
     * @param jdk the feature version of the JDK whose classes are in {@code files}
     * @param notes told of each hook that could not be checked
     */
    TargetCheck(ClassFiles files, int jdk, Consumer<String> notes) {
        this.files = files;
        this.jdk = jdk;
        this.notes = notes;
    }

    /** Checks all hooks of one advice class. */
    void check(List<Hook> hooks, Client client) {
        if (client.library) {
            checkLibrary(hooks);
        } else {
            for (Hook hook : hooks) {
                checkJdk(hook);
            }
        }
    }

    private void checkLibrary(List<Hook> hooks) {
        List<String> reasons = new ArrayList<>();
        for (Hook hook : hooks) {
            String missing = missing(hook);
            if (missing == null) {
                return;
            }
            reasons.add(hook + ": " + missing);
        }
        throw new WeavingException(
                "none of the targets is in what the module compiles against: " + String.join("; ", reasons));
    }

    private void checkJdk(Hook hook) {
        boolean included =
                version(hook, hook.since) <= jdk && (hook.until.isEmpty() || jdk < version(hook, hook.until));
        if (!included) {
            notes.accept(hook + ": not checked, it is not for JDK " + jdk);
            return;
        }
        String missing = missing(hook);
        if (missing != null) {
            throw hook.failure(missing + " of JDK " + jdk);
        }
    }

    private static int version(Hook hook, String feature) {
        try {
            return Integer.parseInt(feature);
        } catch (NumberFormatException e) {
            throw hook.failure("not a feature version of the JDK, such as 11: \"" + feature + "\"", e);
        }
    }

    private @Nullable String missing(Hook hook) {
        byte[] target = files.find(hook.owner());
        if (target == null) {
            return "there is no class " + hook.type;
        }
        if (!TargetFacts.of(target).hasMethod(hook.method, hook.descriptor, hook.isStatic)) {
            return "there is no such " + (hook.isStatic ? "static " : "") + "method in the class";
        }
        for (String field : hook.fields) {
            if (!TargetFacts.of(target).hasField(field)) {
                return "there is no field " + field + " in " + hook.type;
            }
        }
        for (String field : hook.inheritedFields) {
            if (!inherits(hook.fieldOwner(), field)) {
                return "there is no field " + field + " in " + hook.inheritedFrom + " or above";
            }
        }
        return null;
    }

    private boolean inherits(String type, String field) {
        byte[] classFile = files.find(type);
        while (classFile != null) {
            if (TargetFacts.of(classFile).hasField(field)) {
                return true;
            }
            String above = new ClassReader(classFile).getSuperName();
            classFile = above == null ? null : files.find(above);
        }
        return false;
    }
}
