package org.throttleagent.weaver.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.instrument.ClassDefinition;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.net.URISyntaxException;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
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
    /** What is taken of one library at most; the seed decides which. */
    private static final int MOST_CLASSES = 500;

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
        List<String> failures = new ArrayList<>();
        wovenMethods = 0;
        int classes = 0;
        for (String name : library.classNames(SEED)) {
            byte[] classFile = Library.classFile(loader, name);
            Class<?> loaded = loadUnwoven(name, classFile);
            if (loaded != null && classes++ < MOST_CLASSES) {
                for (Class<?> advice : ADVICE) {
                    verify(loaded, classFile, advice, failures);
                }
            }
        }

        assertThat(failures).as("seed %d, %d classes", SEED, classes).isEmpty();
        assertThat(wovenMethods).as("%d classes", classes).isGreaterThan(100);
    }

    /** The class, or {@code null} if it does not verify as it stands, for want of an optional dependency. */
    private @Nullable Class<?> loadUnwoven(String name, byte[] classFile) {
        try {
            Class<?> type = Class.forName(name, false, loader);
            instrumentation.redefineClasses(new ClassDefinition(type, classFile));
            return type;
        } catch (ClassNotFoundException | UnmodifiableClassException | LinkageError e) {
            return null;
        }
    }

    private void verify(Class<?> type, byte[] classFile, Class<?> advice, List<String> failures) {
        List<Patch> patches = corpusPatches.forAllMethods(classFile, advice);
        if (patches.isEmpty()) {
            return;
        }
        try {
            byte[] woven = Weavings.bySplice(classFile, patches);
            instrumentation.redefineClasses(new ClassDefinition(type, woven));
            wovenMethods += patches.size();
        } catch (ClassNotFoundException | UnmodifiableClassException | LinkageError | RuntimeException e) {
            failures.add(type.getName() + " with " + advice.getSimpleName() + ": " + e);
        }
    }
}
