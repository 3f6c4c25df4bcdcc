package org.throttleagent.agent;

/** The binary names of the classes to weave. */
final class Targets {
    /** Packaging puts the names here that the clients' hooks name, separated by commas. */
    private static final String NAMES = "@targets@";

    private Targets() {}

    static String[] names() {
        String names = NAMES;
        int count = 1;
        for (int i = 0; i < names.length(); i++) {
            if (names.charAt(i) == ',') {
                count++;
            }
        }
        String[] all = new String[count];
        int from = 0;
        for (int i = 0; i < count; i++) {
            int end = names.indexOf(',', from);
            all[i] = end < 0 ? names.substring(from) : names.substring(from, end);
            from = end + 1;
        }
        return all;
    }
}
