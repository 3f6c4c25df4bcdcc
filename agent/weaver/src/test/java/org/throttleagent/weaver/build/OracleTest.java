package org.throttleagent.weaver.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import net.bytebuddy.jar.asm.Opcodes;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.throttleagent.weaver.Patch;

/** Byte Buddy weaves the real class, which says what is right; build half and splice must do the same. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OracleTest {
    private static final List<String> OWN_FIELDS = List.of("field:I", "flag:Z");

    /** Advice, the fields it uses, who declares them, and what it cannot be woven into. */
    private enum Shape {
        EVERYTHING(SampleAdvice.Everything.class),
        ENTRY_ONLY(SampleAdvice.EntryOnly.class),
        EXIT_ONLY(SampleAdvice.ExitOnly.class),
        REPEAT_ONLY(SampleAdvice.RepeatOnly.class),
        SKIP_ONLY(SampleAdvice.SkipOnly.class),
        ENTER_VALUE(SampleAdvice.EnterValue.class),
        FIELDS(List.of(SampleAdvice.Fields.class), OWN_FIELDS, "", Set.of("repeat", "nothingStatic", "wide")),
        INHERITED(
                List.of(SampleAdvice.Inherited.class),
                List.of("inherited:J"),
                SampleBase.class.getName(),
                Set.of("repeat", "nothingStatic", "wide")),
        ARGUMENTS(List.of(SampleAdvice.Arguments.class), List.of(), "", Set.of("nothingStatic")),
        THREE_NESTED(
                List.of(SampleAdvice.EnterValue.class, SampleAdvice.Everything.class, SampleAdvice.SkipOnly.class),
                List.of(),
                "",
                Set.of());

        final List<Class<?>> advice;
        final List<String> fields;
        final String inheritedFrom;
        final Set<String> exceptMethods;

        Shape(Class<?> advice) {
            this(List.of(advice), List.of(), "", Set.of());
        }

        Shape(List<Class<?>> advice, List<String> fields, String inheritedFrom, Set<String> exceptMethods) {
            this.advice = advice;
            this.fields = fields;
            this.inheritedFrom = inheritedFrom;
            this.exceptMethods = exceptMethods;
        }

        Set<String> methods() {
            Set<String> methods = new HashSet<>();
            Calls.ALL.forEach(call -> methods.add(call.method));
            methods.removeAll(exceptMethods);
            return methods;
        }
    }

    private final Map<Shape, Class<?>> expected = new EnumMap<>(Shape.class);
    private final Map<Shape, Class<?>> modern = new EnumMap<>(Shape.class);
    private final Map<Shape, Class<?>> withoutFrames = new EnumMap<>(Shape.class);

    @BeforeAll
    void weave() {
        byte[] sample = Weavings.classFile(Sample.class);
        for (Shape shape : Shape.values()) {
            byte[] byByteBuddy = Weavings.byByteBuddy(Sample.class, shape.methods(), shape.advice);
            expected.put(shape, Weavings.load(Sample.class.getName(), byByteBuddy));
            List<Patch> patches = patches(shape);
            modern.put(shape, Weavings.load(Sample.class.getName(), Weavings.bySplice(sample, patches)));
            byte[] old = Weavings.inVersion(sample, Opcodes.V1_2);
            withoutFrames.put(shape, Weavings.load(Sample.class.getName(), Weavings.bySplice(old, patches)));
        }
    }

    private static List<Patch> patches(Shape shape) {
        List<Patch> patches = new ArrayList<>();
        for (String name : shape.methods()) {
            Method method = Calls.method(Sample.class, name);
            for (Class<?> advice : shape.advice) {
                Hook hook = Weavings.hook(advice, Sample.class, method, shape.fields, shape.inheritedFrom);
                patches.add(Patch.read(AdviceWeaver.weave(hook, Weavings.OWN)));
            }
        }
        return patches;
    }

    static Stream<Arguments> cases() {
        return Arrays.stream(Shape.values())
                .flatMap(shape -> Arrays.stream(Trace.Mode.values())
                        .flatMap(mode -> Calls.ALL.stream()
                                .filter(call -> !shape.exceptMethods.contains(call.method))
                                .map(call -> Arguments.of(shape, mode, call))));
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("cases")
    void splicedLikeWoven(Shape shape, Trace.Mode mode, Calls.Call call) throws ReflectiveOperationException {
        assertThat(outcome(modern, shape, mode, call)).isEqualTo(outcome(expected, shape, mode, call));
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("cases")
    void splicedIntoClassFile46LikeWoven(Shape shape, Trace.Mode mode, Calls.Call call)
            throws ReflectiveOperationException {
        assertThat(outcome(withoutFrames, shape, mode, call)).isEqualTo(outcome(expected, shape, mode, call));
    }

    private static String outcome(Map<Shape, Class<?>> samples, Shape shape, Trace.Mode mode, Calls.Call call)
            throws ReflectiveOperationException {
        return Calls.outcome(Objects.requireNonNull(samples.get(shape)), call, mode);
    }
}
