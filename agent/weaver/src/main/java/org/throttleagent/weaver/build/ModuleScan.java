package org.throttleagent.weaver.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The hooks and clients in a module's class files. */
final class ModuleScan {
    /** In {@link Hook#ORDER}. */
    final List<Hook> hooks = new ArrayList<>();

    private final Map<String, Client> clients = new HashMap<>();

    private ModuleScan() {}

    static ModuleScan of(Path classes) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(classes)) {
            files = all.filter(ModuleScan::mayHaveHooks).collect(Collectors.toList());
        }
        ModuleScan module = new ModuleScan();
        for (Path file : files) {
            AnnotationScan scan = AnnotationScan.of(Files.readAllBytes(file));
            module.hooks.addAll(scan.hooks);
            if (scan.client != null) {
                module.clients.put(scan.name, scan.client);
            }
        }
        module.hooks.sort(Hook.ORDER);
        return module;
    }

    private static boolean mayHaveHooks(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".class") && !name.equals("module-info.class");
    }

    /** The client that a hook belongs to. */
    Client clientOf(Hook hook) {
        Client client = clients.get(hook.adapter);
        if (client == null) {
            throw hook.failure("its client, " + hook.adapter + ", has no @ClientId or is not in this module");
        }
        return client;
    }
}
