package org.throttleagent.weaver.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import net.bytebuddy.ClassFileVersion;
import net.bytebuddy.dynamic.ClassFileLocator;

/** Makes the patches of a client module, as a step of its build. */
public final class PatchBuild {
    private final Path classes;
    private final TargetCheck targets;

    PatchBuild(Path classes, ClassFiles compileClassPath, int jdk, Consumer<String> notes) {
        this.classes = classes;
        this.targets = new TargetCheck(compileClassPath, jdk, notes);
    }

    /**
     * Run with what the module compiles against on the class path of the context class loader.
     *
     * @param arguments the folder of the module's classes, where the patches go too; nothing happens if it does not exist
     * @throws WeavingException if an advice class or its targets are not as they must be
     */
    public static void main(String[] arguments) throws IOException {
        Path classes = Paths.get(arguments[0]);
        if (Files.isDirectory(classes)) {
            ClassFiles files = ClassFiles.of(Thread.currentThread().getContextClassLoader());
            int jdk = ClassFileVersion.ofThisVm().getJavaVersion();
            new PatchBuild(classes, files, jdk, note -> {}).run();
        }
    }

    void run() throws IOException {
        ModuleScan module = ModuleScan.of(classes);
        Map<String, List<Hook>> byAdvice = new TreeMap<>();
        for (Hook hook : module.hooks) {
            checkNames(hook);
            byAdvice.computeIfAbsent(hook.advice, advice -> new ArrayList<>()).add(hook);
        }
        ClassFileLocator own = new ClassFileLocator.ForFolder(classes.toFile());
        PatchFiles out = new PatchFiles(classes);
        for (List<Hook> hooks : byAdvice.values()) {
            targets.check(hooks, module.clientOf(hooks.get(0)));
            for (Hook hook : hooks) {
                byte[] carrier = AdviceWeaver.weave(hook, own);
                CarrierCheck.check(carrier, hook);
                out.add(hook, module.clientOf(hook), carrier);
            }
        }
        out.writeIndexes();
    }

    private static void checkNames(Hook hook) {
        if (hook.method.startsWith("<")) {
            throw hook.failure("a constructor or type initialiser cannot be a target");
        }
        List<String> fields = new ArrayList<>(hook.fields);
        fields.addAll(hook.inheritedFields);
        for (String field : fields) {
            if (field.indexOf(':') < 1) {
                throw hook.failure("a field must be name:descriptor, not \"" + field + "\"");
            }
        }
    }
}
