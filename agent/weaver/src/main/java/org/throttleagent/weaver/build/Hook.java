package org.throttleagent.weaver.build;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.bytebuddy.jar.asm.Type;

/** One {@code @WovenInto}: an advice class and the method it is for. */
final class Hook {
    /** The order of patches: as independent of compiler and file system as it can be. */
    static final Comparator<Hook> ORDER = Comparator.comparing((Hook hook) -> hook.advice)
            .thenComparing(hook -> hook.type)
            .thenComparing(hook -> hook.method)
            .thenComparing(hook -> hook.descriptor)
            .thenComparing(hook -> hook.since);

    final String advice;
    final String adapter;
    final String type;
    final String method;
    final String descriptor;
    final boolean isStatic;
    final List<String> fields;
    final List<String> inheritedFields;
    final String inheritedFrom;
    final String since;
    final String until;

    /**
     * Of the annotation's values.
     *
     * @param advice the annotated class's binary name
     * @param values those that are written down, by name
     */
    @SuppressWarnings("unchecked")
    Hook(String advice, Map<String, Object> values) {
        this.advice = advice;
        this.adapter = required(values, "client", Type.class).getClassName();
        this.type = required(values, "type", String.class);
        this.method = required(values, "method", String.class);
        this.descriptor = required(values, "descriptor", String.class);
        this.isStatic = (Boolean) values.getOrDefault("isStatic", false);
        this.fields = (List<String>) values.getOrDefault("fields", Collections.emptyList());
        this.inheritedFields = (List<String>) values.getOrDefault("inheritedFields", Collections.emptyList());
        this.inheritedFrom = (String) values.getOrDefault("inheritedFrom", "");
        this.since = required(values, "since", String.class);
        this.until = (String) values.getOrDefault("until", "");
    }

    private static <T> T required(Map<String, Object> values, String name, Class<T> type) {
        return type.cast(Objects.requireNonNull(values.get(name), name));
    }

    /** The target class's internal name. */
    String owner() {
        return type.replace('.', '/');
    }

    /** The internal name of the class that declares the fields. */
    String fieldOwner() {
        return inheritedFrom.isEmpty() ? owner() : inheritedFrom.replace('.', '/');
    }

    /** The advice class's name without its package. */
    String simpleName() {
        return advice.substring(advice.lastIndexOf('.') + 1);
    }

    WeavingException failure(String why) {
        return new WeavingException(this + ": " + why);
    }

    WeavingException failure(String why, Throwable cause) {
        return new WeavingException(this + ": " + why, cause);
    }

    @Override
    public String toString() {
        return advice + " for " + type + "." + method + descriptor;
    }
}
