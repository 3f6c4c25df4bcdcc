package org.throttleagent.agent;

import java.util.HashSet;

/** The names of the classes to weave. Immutable. */
/*
 * It is asked for every class that the JVM loads, mostly while the code is still interpreted; so a name is not hashed, which
 * takes a step for each character, before its length has told that it may be one of these.
 */
final class Targets {
    /** Packaging puts the names here that the clients' hooks name, binary ones, separated by commas. */
    private static final String NAMES = "@targets@";

    private static final int MOST = 256;

    /** Binary and internal ones. */
    private final HashSet<String> names = new HashSet<String>();
    /** Whether one of them is so long. */
    private final boolean[] lengths = new boolean[MOST];

    Targets() {
        String all = NAMES;
        int from = 0;
        while (from <= all.length()) {
            int comma = all.indexOf(',', from);
            int end = comma < 0 ? all.length() : comma;
            String name = all.substring(from, end);
            names.add(name);
            names.add(name.replace('.', '/'));
            lengths[name.length()] = true;
            from = end + 1;
        }
    }

    /** Whether a class is one of them, by its binary or its internal name. */
    boolean contain(String name) {
        int length = name.length();
        return length < MOST && lengths[length] && names.contains(name);
    }
}
