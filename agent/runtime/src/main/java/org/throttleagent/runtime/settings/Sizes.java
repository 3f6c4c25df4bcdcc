package org.throttleagent.runtime.settings;

/** Sizes of files: a whole number and one of {@code kB MB GB}, in any case, powers of 1024. */
final class Sizes {
    private static final long MAX_BYTES = 1L << 40;

    private Sizes() {}

    /**
     * Reads a size.
     *
     * @return bytes, from 64 kB to 1024 GB
     * @throws IllegalArgumentException if it is none; the message says what would be right
     */
    static long parseBytes(String text) {
        int digits = 0;
        while (digits < text.length() && text.charAt(digits) >= '0' && text.charAt(digits) <= '9') {
            digits++;
        }
        int shift = shift(text.substring(digits));
        if (digits > 0 && digits <= 9 && shift > 0) {
            long bytes = Long.parseLong(text.substring(0, digits)) << shift;
            if (bytes >= 64 * 1024 && bytes <= MAX_BYTES) {
                return bytes;
            }
        }
        throw new IllegalArgumentException("expected a size from 64kB to 1024GB, as in 500kB, 50MB or 1GB");
    }

    private static int shift(String unit) {
        if (unit.equalsIgnoreCase("kB")) {
            return 10;
        }
        if (unit.equalsIgnoreCase("MB")) {
            return 20;
        }
        return unit.equalsIgnoreCase("GB") ? 30 : 0;
    }
}
