package org.throttleagent;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import org.junit.jupiter.api.Test;

/** Which package may know which. */
class ArchitectureTest {
    private static final JavaClasses ENGINE = new ClassFileImporter()
            .importUrl(Engine.class.getProtectionDomain().getCodeSource().getLocation());

    @Test
    void needsTheJdkAndAnnotationsOnly() {
        ArchRuleDefinition.classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("org.throttleagent..", "java..", "org.jspecify.annotations..")
                .check(ENGINE);
    }

    @Test
    void hasNoCycles() {
        slices().matching("org.throttleagent.(*)..").should().beFreeOfCycles().check(ENGINE);
    }

    @Test
    void dependenciesPointFromWhatDecidesToWhatIsKnown() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("engine")
                .definedBy("org.throttleagent")
                .layer("store")
                .definedBy("org.throttleagent.store")
                .layer("retry")
                .definedBy("org.throttleagent.retry")
                .layer("pace")
                .definedBy("org.throttleagent.pace")
                .layer("control")
                .definedBy("org.throttleagent.control")
                .layer("signal")
                .definedBy("org.throttleagent.signal")
                .layer("rule")
                .definedBy("org.throttleagent.rule")
                .whereLayer("engine")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("store")
                .mayOnlyBeAccessedByLayers("engine")
                .whereLayer("retry")
                .mayOnlyBeAccessedByLayers("engine")
                .whereLayer("pace")
                .mayOnlyBeAccessedByLayers("engine", "store")
                .whereLayer("control")
                .mayOnlyBeAccessedByLayers("engine", "pace")
                .whereLayer("signal")
                .mayOnlyBeAccessedByLayers("engine", "control", "retry")
                .whereLayer("rule")
                .mayOnlyBeAccessedByLayers("engine", "store", "retry", "pace")
                .check(ENGINE);
    }
}
