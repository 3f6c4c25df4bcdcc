package org.throttleagent.dist;

import java.nio.file.Path;
import java.util.Objects;

/** What the build tells its tests, in system properties. */
final class BuildFacts {
    private BuildFacts() {}

    /** The jar under test. */
    static Path agentJar() {
        return Path.of(property("agent.jar"));
    }

    /** What the jar was made of. */
    static String agentClassPath() {
        return property("agent.class-path");
    }

    /** The folder of the whole project. */
    static Path root() {
        return Path.of(property("root.folder")).normalize();
    }

    /** The module's folder of things that the build makes. */
    static Path target() {
        return Path.of(property("target.folder"));
    }

    static Path mavenHome() {
        return Path.of(property("maven.home"));
    }

    static String localRepository() {
        return property("maven.repo.local");
    }

    private static String property(String name) {
        return Objects.requireNonNull(System.getProperty(name), name);
    }
}
