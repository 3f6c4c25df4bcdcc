package org.throttleagent.client.testing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.bytebuddy.description.annotation.AnnotationDescription;
import net.bytebuddy.pool.TypePool;
import org.throttleagent.gate.WovenInto;

/** One line of an advice class: what it is woven into. */
record Hook(String advice, String method, String descriptor) {
    /** The hooks of {@code advice}, by the binary name of their target. */
    static Map<String, List<Hook>> of(TypePool types, List<String> advice) {
        Map<String, List<Hook>> hooks = new HashMap<>();
        for (String name : advice) {
            for (AnnotationDescription each : types.describe(name).resolve().getDeclaredAnnotations()) {
                if (each.getAnnotationType().represents(WovenInto.class)) {
                    add(hooks, name, each);
                } else if (each.getAnnotationType().represents(WovenInto.All.class)) {
                    for (AnnotationDescription one : each.getValue("value").resolve(AnnotationDescription[].class)) {
                        add(hooks, name, one);
                    }
                }
            }
        }
        return hooks;
    }

    private static void add(Map<String, List<Hook>> hooks, String advice, AnnotationDescription into) {
        Hook hook = new Hook(
                advice,
                into.getValue("method").resolve(String.class),
                into.getValue("descriptor").resolve(String.class));
        hooks.computeIfAbsent(into.getValue("type").resolve(String.class), none -> new ArrayList<>())
                .add(hook);
    }
}
