package org.throttleagent.runtime;

import java.lang.instrument.Instrumentation;
import java.lang.invoke.MethodHandles;
import java.util.Collections;
import java.util.Optional;
import org.jspecify.annotations.NullMarked;

/** What {@link GateDefiner} needs of modules; compiled for 9. */
@NullMarked
public final class Modules9 implements GateDefiner.Modules {
    private final Instrumentation instrumentation;

    /** Called by name. */
    public Modules9(Instrumentation instrumentation) {
        this.instrumentation = instrumentation;
    }

    @Override
    public void define(byte[] classFile) throws IllegalAccessException {
        open(Object.class.getModule(), "java.lang");
        MethodHandles.privateLookupIn(Object.class, MethodHandles.lookup()).defineClass(classFile);
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
        instrumentation.redefineModule(
                module,
                Collections.emptySet(),
                Collections.emptyMap(),
                Collections.singletonMap(packageName, Collections.singleton(Modules9.class.getModule())),
                Collections.emptySet(),
                Collections.emptyMap());
    }
}
