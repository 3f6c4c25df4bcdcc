package org.throttleagent.weaver.build;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.throttleagent.weaver.Patch;

/** Advice, the fields it uses, who declares them, and what of the sample it is woven into. */
enum Shape {
    EVERYTHING(SampleAdvice.Everything.class),
    ENTRY_ONLY(SampleAdvice.EntryOnly.class),
    EXIT_ONLY(SampleAdvice.ExitOnly.class),
    REPEAT_ONLY(SampleAdvice.RepeatOnly.class),
    REPEAT_ON_DEFAULT(SampleAdvice.RepeatOnDefault.class),
    SKIP_ONLY(SampleAdvice.SkipOnly.class),
    SKIP_ON_DEFAULT(SampleAdvice.SkipOnDefault.class),
    SKIP_ON_TYPE(SampleAdvice.SkipOnType.class),
    ENTER_VALUE(SampleAdvice.EnterValue.class),
    LOCALS(SampleAdvice.Locals.class),
    OWN_HANDLERS(SampleAdvice.OwnHandlers.class),
    FIELDS(one(SampleAdvice.Fields.class), Arrays.asList("field:I", "flag:Z"), "", ofObjects()),
    INHERITED(
            one(SampleAdvice.Inherited.class),
            Collections.singletonList("inherited:J"),
            SampleBase.class.getName(),
            ofObjects()),
    ARGUMENTS(one(SampleAdvice.Arguments.class), none(), "", without("nothingStatic")),
    ALL_ARGUMENTS(SampleAdvice.AllWritten.class),
    TYPED_ARGUMENTS(one(SampleAdvice.TypedArguments.class), none(), "", Collections.singleton("wide")),
    THREE_NESTED(
            Arrays.asList(SampleAdvice.EnterValue.class, SampleAdvice.Everything.class, SampleAdvice.SkipOnly.class),
            none(),
            "",
            without());

    final List<Class<?>> advice;
    private final List<String> fields;
    private final String inheritedFrom;

    /** The names of the methods that it is woven into. */
    final Set<String> methods;

    Shape(Class<?> advice) {
        this(one(advice), none(), "", without());
    }

    Shape(List<Class<?>> advice, List<String> fields, String inheritedFrom, Set<String> methods) {
        this.advice = advice;
        this.fields = fields;
        this.inheritedFrom = inheritedFrom;
        this.methods = methods;
    }

    private static List<Class<?>> one(Class<?> advice) {
        return Collections.<Class<?>>singletonList(advice);
    }

    private static List<String> none() {
        return Collections.emptyList();
    }

    private static Set<String> ofObjects() {
        return without("repeat", "nothingStatic", "wide");
    }

    private static Set<String> without(String... left) {
        Set<String> methods = new TreeSet<>();
        Calls.ALL.forEach(call -> methods.add(call.method));
        methods.removeAll(new HashSet<>(Arrays.asList(left)));
        return methods;
    }

    List<Patch> patches() {
        List<Patch> patches = new ArrayList<>();
        for (String name : methods) {
            for (Class<?> each : advice) {
                Hook hook = Weavings.hook(each, Sample.class, Calls.method(Sample.class, name), fields, inheritedFrom);
                patches.add(Patch.read(AdviceWeaver.weave(hook, Weavings.OWN)));
            }
        }
        return patches;
    }
}
