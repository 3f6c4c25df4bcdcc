package org.throttleagent.client.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.throttleagent.gate.ClientAdapter;
import org.throttleagent.gate.ThrottleGate;

/**
 * Runs the scenarios of an adapter on a version of its client: every method that is not private, of the classes whose names end
 * with {@code Scenarios}, is given a {@code World} of its own. The classes are those of the test's own package, loaded beside
 * the woven client. An error inside the agent fails the scenario, but in {@code DefectScenarios}.
 */
public final class Scenarios {
    private static final String DEFECTS = "DefectScenarios";

    private final String ownPackage;
    private final String adapter;
    private final List<String> clientPackages;
    private final List<String> scenarios;

    /**
     * Those of a package.
     *
     * @param ownPackage where adapter and scenarios are, with a dot at its end
     * @param adapter the adapter's simple name
     * @param clientPackages beginnings of the names of the packages that each version has for itself
     * @param scenarios simple names of the classes
     */
    public Scenarios(String ownPackage, String adapter, List<String> clientPackages, List<String> scenarios) {
        this.ownPackage = ownPackage;
        this.adapter = adapter;
        this.clientPackages = new ArrayList<>(clientPackages);
        this.clientPackages.add(ownPackage);
        this.scenarios = List.copyOf(scenarios);
    }

    /**
     * The tests of one version.
     *
     * @param hooks how many hooks find their method in it
     * @param folders with the client's jars and what they need
     */
    public DynamicContainer of(String version, int hooks, File... folders) {
        WovenLoader loader = loader(folders);
        List<DynamicTest> tests = new ArrayList<>();
        tests.add(DynamicTest.dynamicTest(
                "every hook finds its method",
                () -> assertThat(loader.weaveAll()).isEqualTo(hooks)));
        for (String each : scenarios) {
            for (Method scenario : methods(load(loader, ownPackage + each))) {
                tests.add(DynamicTest.dynamicTest(scenario.getName(), () -> run(version, loader, scenario)));
            }
        }
        return DynamicContainer.dynamicContainer(version, tests);
    }

    private static List<Method> methods(Class<?> scenarios) {
        return Arrays.stream(scenarios.getDeclaredMethods())
                .filter(method -> !Modifier.isStatic(method.getModifiers()) && !method.isSynthetic())
                .filter(method -> !Modifier.isPrivate(method.getModifiers()))
                .sorted(Comparator.comparing(Method::getName))
                .toList();
    }

    private void run(String version, WovenLoader loader, Method scenario) throws Throwable {
        ScriptedThrottle throttle = new ScriptedThrottle();
        Map<String, Throwable> defects = new ConcurrentHashMap<>();
        install(loader, throttle, defects);
        Constructor<?> world = load(loader, ownPackage + "World").getDeclaredConstructor(ScriptedThrottle.class);
        world.setAccessible(true);
        Constructor<?> scenarios = scenario.getDeclaringClass().getDeclaredConstructor();
        scenarios.setAccessible(true);
        scenario.setAccessible(true);
        try (AutoCloseable closed = (AutoCloseable) world.newInstance(throttle)) {
            scenario.invoke(scenarios.newInstance(), closed);
        } catch (InvocationTargetException e) {
            throw new AssertionError(version + " " + scenario.getName(), e.getCause());
        } finally {
            ThrottleGate.install(Map.of(), (hook, e) -> {});
        }
        if (!scenario.getDeclaringClass().getSimpleName().equals(DEFECTS)) {
            assertThat(defects)
                    .as("errors inside the agent, " + version + " " + scenario.getName())
                    .isEmpty();
        }
    }

    private void install(WovenLoader loader, ScriptedThrottle throttle, Map<String, Throwable> defects)
            throws ReflectiveOperationException {
        Map<String, BiFunction<Object, @Nullable Object, @Nullable Object>> handlers = new HashMap<>();
        ClientAdapter made = (ClientAdapter)
                load(loader, ownPackage + adapter).getConstructor().newInstance();
        made.attach(throttle, handlers::put);
        ThrottleGate.install(handlers, defects::putIfAbsent);
    }

    private WovenLoader loader(File... folders) {
        List<File> files = new ArrayList<>();
        for (File folder : folders) {
            files.addAll(List.of(Objects.requireNonNull(folder.listFiles(), folder.toString())));
        }
        File classes = new File("target/classes");
        files.add(classes);
        files.add(new File("target/test-classes"));
        File own = new File(classes, ownPackage.replace('.', '/'));
        List<String> advice = Stream.of(Objects.requireNonNull(own.list(), own.toString()))
                .filter(file -> file.endsWith("Advice.class"))
                .map(file -> ownPackage + file.substring(0, file.length() - ".class".length()))
                .toList();
        return new WovenLoader(WovenLoader.urls(files), clientPackages, advice);
    }

    private static Class<?> load(ClassLoader loader, String name) {
        try {
            return loader.loadClass(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
