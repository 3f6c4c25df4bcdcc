package org.throttleagent.weaver.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.instrument.ClassDefinition;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.net.URISyntaxException;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.bytebuddy.agent.ByteBuddyAgent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.throttleagent.weaver.Patch;

/** Weaves every method of real libraries, and lets the JVM verify what comes out by redefining the classes with it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CorpusTest {
    /** What is taken of one library at most; the seed decides which. A run over all of them takes minutes. */
    private static final int MOST_CLASSES = Integer.getInteger("corpus.classes", 40);

    private static final long SEED = 20261124;

    /** One that keeps locals and catches, one that moves nothing, one that repeats. */
    private static final List<Class<?>> ADVICE =
            List.of(SampleAdvice.Everything.class, SampleAdvice.EntryOnly.class, SampleAdvice.RepeatOnly.class);

    private final Instrumentation instrumentation = ByteBuddyAgent.install();
    private final CorpusPatches corpusPatches = new CorpusPatches();
    private final URLClassLoader loader = Library.load();
    private int wovenMethods;

    @AfterAll
    void close() throws IOException {
        loader.close();
    }

    @ParameterizedTest
    @EnumSource(Library.class)
    void everyMethodVerifies(Library library) throws IOException, URISyntaxException {
        Map<Class<?>, byte[]> classes = new LinkedHashMap<>();
        for (String name : library.classNames(SEED)) {
            if (classes.size() < MOST_CLASSES) {
                load(name, classes);
            }
        }
        List<String> failures = new ArrayList<>();
        wovenMethods = 0;

        for (Class<?> advice : ADVICE) {
            redefine(classes, advice, failures);
        }

        assertThat(failures).as("seed %d, %d classes", SEED, classes.size()).isEmpty();
        assertThat(wovenMethods).as("%d classes", classes.size()).isGreaterThan(3 * classes.size());
    }

    private void load(String name, Map<Class<?>, byte[]> classes) throws IOException {
        try {
            Class<?> type = Class.forName(name, false, loader);
            if (type.getDeclaredMethods().length > 0 && !type.isInterface()) {
                classes.put(type, Library.classFile(loader, name));
            }
        } catch (ClassNotFoundException | LinkageError e) {
            // for want of an optional dependency
        }
    }

    /** All at once, since each redefinition looks at all classes there are; if that fails, one by one to name the class. */
    private void redefine(Map<Class<?>, byte[]> classes, Class<?> advice, List<String> failures) {
        List<ClassDefinition> definitions = new ArrayList<>();
        classes.forEach((type, classFile) -> {
            List<Patch> patches = corpusPatches.forAllMethods(classFile, advice);
            if (!patches.isEmpty()) {
                definitions.add(new ClassDefinition(type, Weavings.bySplice(classFile, patches)));
                wovenMethods += patches.size();
            }
        });
        if (failure(definitions) != null) {
            for (ClassDefinition definition : definitions) {
                Class<?> type = definition.getDefinitionClass();
                byte[] unwoven = Objects.requireNonNull(classes.get(type));
                Throwable why = failure(List.of(definition));
                if (why != null && failure(List.of(new ClassDefinition(type, unwoven))) == null) {
                    failures.add(type.getName() + " with " + advice.getSimpleName() + ": " + why);
                }
            }
        }
    }

    private @Nullable Throwable failure(List<ClassDefinition> definitions) {
        try {
            instrumentation.redefineClasses(definitions.toArray(new ClassDefinition[0]));
            return null;
        } catch (ClassNotFoundException | UnmodifiableClassException | LinkageError e) {
            return e;
        }
    }
}
