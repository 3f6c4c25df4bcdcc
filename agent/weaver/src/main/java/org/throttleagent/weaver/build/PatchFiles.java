package org.throttleagent.weaver.build;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes patches and their index; see {@link org.throttleagent.weaver.PatchIndex} for the columns. */
final class PatchFiles {
    private static final String FOLDER = "META-INF/throttle/";

    private final Path classes;
    private final Map<String, Integer> counts = new HashMap<>();
    private final Map<String, StringBuilder> indexes = new TreeMap<>();
    private final Map<String, String> adviceByName = new HashMap<>();

    /** Into a module's output, where nothing is left of an earlier build. */
    PatchFiles(Path classes) throws IOException {
        this.classes = classes;
        Path folder = classes.resolve(FOLDER);
        if (Files.isDirectory(folder)) {
            List<Path> old;
            try (Stream<Path> all = Files.walk(folder)) {
                old = all.sorted(Comparator.reverseOrder()).collect(Collectors.toList());
            }
            for (Path path : old) {
                Files.delete(path);
            }
        }
    }

    /** Writes the patch for a hook; its number is its place among those of its advice class. */
    void add(Hook hook, Client client, byte[] carrier) throws IOException {
        String name = FOLDER + "patches/" + client.id + "/" + hook.simpleName();
        String sameName = adviceByName.putIfAbsent(name, hook.advice);
        if (sameName != null && !sameName.equals(hook.advice)) {
            throw hook.failure("has the same simple name as " + sameName);
        }
        String resource = name + "-" + counts.merge(name, 1, Integer::sum) + ".class";
        Path file = classes.resolve(resource);
        Files.createDirectories(file.getParent());
        Files.write(file, carrier);
        indexes.computeIfAbsent(client.id, id -> new StringBuilder())
                .append(line(hook, client, resource))
                .append('\n');
    }

    private static String line(Hook hook, Client client, String resource) {
        List<String> columns = new ArrayList<>();
        columns.add(hook.type);
        columns.add(hook.method);
        columns.add(hook.descriptor);
        columns.add(String.valueOf(hook.isStatic));
        columns.add(resource);
        columns.add(hook.adapter);
        columns.add(client.id);
        columns.add(String.valueOf(client.library));
        columns.add(orNone(String.join(",", hook.fields)));
        columns.add(orNone(hook.inheritedFrom));
        columns.add(hook.since);
        columns.add(orNone(hook.until));
        return String.join("\t", columns);
    }

    private static String orNone(String value) {
        return value.isEmpty() ? "-" : value;
    }

    /** Writes an index for each client. */
    void writeIndexes() throws IOException {
        for (Map.Entry<String, StringBuilder> index : indexes.entrySet()) {
            byte[] text = index.getValue().toString().getBytes(StandardCharsets.UTF_8);
            Files.write(classes.resolve(FOLDER + index.getKey() + ".index"), text);
        }
    }
}
