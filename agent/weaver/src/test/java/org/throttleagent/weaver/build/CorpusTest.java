package org.throttleagent.weaver.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.instrument.ClassDefinition;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.nio.file.Path;
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
import org.junit.jupiter.params.provider.MethodSource;
import org.throttleagent.weaver.Patch;

/**
 * Weaves every method of real libraries, and lets the JVM verify what comes out by redefining the classes with it; that they can
 * be redefined shows too that their schema is as it was. With {@code -Dproof.whole=true}, 600 classes of each of many libraries, which is all that most have.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CorpusTest {
    private static final boolean WHOLE = Boolean.getBoolean("proof.whole");

    /** What is taken of one library at most; the seed decides which. */
    private static final int MOST_CLASSES = WHOLE ? 600 : 30;

    private static final long SEED = 20261124;

    private final Instrumentation instrumentation = ByteBuddyAgent.install();
    private final CorpusPatches corpusPatches = new CorpusPatches();
    private int wovenMethods;

    static List<Library> libraries() throws IOException {
        List<Library> libraries = new ArrayList<>(Library.onClassPath());
        libraries.addAll(Library.ofTheJdk());
        if (WHOLE) {
            Path folder = Path.of("target", "corpus");
            libraries.addAll(Library.versions(folder.resolve("okhttp"), folder.resolve("beside-okhttp")));
            libraries.addAll(Library.inFolders(folder.resolve("sets")));
        }
        return libraries;
    }

    @AfterAll
    void wereEnough() {
        System.out.println("corpus: " + wovenMethods + " methods woven and verified");
        assertThat(wovenMethods).isGreaterThan(WHOLE ? 100_000 : 5_000);
    }

    @ParameterizedTest
    @MethodSource("libraries")
    void everyMethodVerifies(Library library) throws IOException {
        Map<Class<?>, byte[]> classes = new LinkedHashMap<>();
        for (String name : library.some(MOST_CLASSES, SEED)) {
            load(library, name, classes);
        }
        List<String> failures = new ArrayList<>();

        for (Class<?> advice : library.advice()) {
            redefine(classes, advice, failures);
        }
        // the JDK's classes are those that this JVM may need
        List<ClassDefinition> asBefore = new ArrayList<>();
        classes.forEach((type, classFile) -> asBefore.add(new ClassDefinition(type, classFile)));

        assertThat(failure(asBefore)).isNull();
        assertThat(failures).as("seed %d, %d classes", SEED, classes.size()).isEmpty();
    }

    private static void load(Library library, String name, Map<Class<?>, byte[]> classes) throws IOException {
        try {
            Class<?> type = Class.forName(name, false, library.loader());
            if (type.getDeclaredMethods().length > 0 && !type.isInterface()) {
                classes.put(type, library.classFile(name));
            }
        } catch (ClassNotFoundException | LinkageError e) {
            // for want of an optional dependency
        }
    }

    /** All at once, since each redefinition looks at all classes there are; if that fails, one by one to name the class. */
    private void redefine(Map<Class<?>, byte[]> classes, Class<?> advice, List<String> failures) {
        List<ClassDefinition> definitions = new ArrayList<>();
        List<ClassDefinition> unwoven = new ArrayList<>();
        int count = 0;
        for (Map.Entry<Class<?>, byte[]> each : classes.entrySet()) {
            List<Patch> patches = corpusPatches.forAllMethods(each.getValue(), advice);
            if (!patches.isEmpty()) {
                byte[] woven = Weavings.bySplice(each.getValue(), patches);
                definitions.add(new ClassDefinition(each.getKey(), woven));
                count += patches.size();
            }
        }
        if (failure(definitions) == null) {
            wovenMethods += count;
            return;
        }
        for (ClassDefinition definition : definitions) {
            Class<?> type = definition.getDefinitionClass();
            byte[] asItWas = Objects.requireNonNull(classes.get(type));
            Throwable why = failure(List.of(definition));
            if (why == null) {
                wovenMethods += corpusPatches.forAllMethods(asItWas, advice).size();
            } else if (failure(List.of(new ClassDefinition(type, asItWas))) == null) {
                failures.add(type.getName() + " with " + advice.getSimpleName() + ": " + why);
            } else {
                unwoven.add(definition); // for want of an optional dependency, too
            }
        }
        unwoven.forEach(definition -> classes.remove(definition.getDefinitionClass()));
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
