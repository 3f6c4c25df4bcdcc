package org.throttleagent.runtime;

import java.lang.instrument.Instrumentation;
import java.lang.invoke.MethodHandles;
import java.util.Collections;
import java.util.Optional;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.throttleagent.gate.Announced;

/** What {@link GateDefiner} needs of modules; compiled for 9. */
@NullMarked
public final class Modules9 implements GateDefiner.Modules {
    static {
        Announced.announce(new Modules9());
    }

    private @Nullable Instrumentation instrumentation;

    private Modules9() {}

    @Override
    public void define(Instrumentation agents, byte[] classFile) throws ReflectiveOperationException {
        instrumentation = agents;
        if (!Doorway.define(agents, classFile)) {
            open(Object.class.getModule(), "java.lang");
            MethodHandles.privateLookupIn(Object.class, MethodHandles.lookup())
                    .defineClass(classFile);
        }
    }

    @Override
    public boolean has(String module) {
        return ModuleLayer.boot().findModule(module).isPresent();
    }

    @Override
    public boolean open(String module, String packageName) {
        Optional<Module> found = ModuleLayer.boot().findModule(module);
        if (!found.isPresent()) {
            return false;
        }
        open(found.get(), packageName);
        return true;
    }

    private void open(Module module, String packageName) {
        Instrumentation agents = instrumentation;
        if (agents == null) {
            throw new IllegalStateException("the gate is not defined yet");
        }
        agents.redefineModule(
                module,
                Collections.emptySet(),
                Collections.emptyMap(),
                Collections.singletonMap(packageName, Collections.singleton(Modules9.class.getModule())),
                Collections.emptySet(),
                Collections.emptyMap());
    }
}
