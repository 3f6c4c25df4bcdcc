package org.throttleagent.agent;

import java.util.HashSet;

/** The names of the classes to weave. Immutable. */
/*
 * It is asked for every class that the JVM loads, mostly while the code is still interpreted; so a name is not hashed, which
 * takes a step for each character, before its length and its end have told that it may be one of these.
 */
final class Targets {
    /** Packaging puts the names here that the clients' hooks name, binary ones, separated by commas. */
    private static final String NAMES = "@targets@";

    private static final int SLOTS = 512;

    private final HashSet<String> names = new HashSet<String>();
    private final boolean[] plausible = new boolean[SLOTS];

    Targets() {
        String all = NAMES;
        int from = 0;
        while (from <= all.length()) {
            int comma = all.indexOf(',', from);
            int end = comma < 0 ? all.length() : comma;
            String name = all.substring(from, end);
            names.add(name);
            plausible[slot(name)] = true;
            from = end + 1;
        }
    }

    /** Whether a class is one of them, by its binary or its internal name. */
    boolean contain(String name) {
        return plausible[slot(name)] && names.contains(name.replace('/', '.'));
    }

    private static int slot(String name) {
        int length = name.length();
        return length < 2 ? 0 : (length << 4 ^ name.charAt(length - 1) ^ name.charAt(length - 2) << 1) & SLOTS - 1;
    }
}
