package org.throttleagent.signal;

/** Tells in a few steps that a header field is none of ours, before the table is even loaded. */
final class NameFilter {
    /*
     * Nearly every field of every response passes by here, and the first of them while a JVM starts. What passes is looked
     * up in the table; a test holds that all of the table passes, and that the fields of ordinary responses do not.
     *
     * Nearly all names that speak of limits have the word "limit" in them. A word of five letters covers one of the
     * positions 4, 9, 14, ..., so only those are looked at.
     */

    private NameFilter() {}

    static boolean mayMatter(String name) {
        int length = name.length();
        for (int i = 4; i < length; i += 5) {
            switch (name.charAt(i) | 0x20) {
                case 'l':
                    if (isLimit(name, i)) {
                        return true;
                    }
                    break;
                case 'i':
                    if (isLimit(name, i - 1) || isLimit(name, i - 3)) {
                        return true;
                    }
                    break;
                case 'm':
                    if (isLimit(name, i - 2)) {
                        return true;
                    }
                    break;
                case 't':
                    if (isLimit(name, i - 4) || isQuota(name, i - 3)) {
                        return true;
                    }
                    break;
                case 'q':
                case 'u':
                case 'o':
                case 'a':
                    if (isQuota(name, i) || isQuota(name, i - 1) || isQuota(name, i - 2) || isQuota(name, i - 4)) {
                        return true;
                    }
                    break;
                default:
                    break;
            }
        }
        return length >= 4 && begins(name);
    }

    private static boolean isLimit(String name, int start) {
        return Ascii.at(name, start, "limit");
    }

    private static boolean isQuota(String name, int start) {
        return Ascii.at(name, start, "quota");
    }

    private static boolean begins(String name) {
        switch (Ascii.lower(name.charAt(0))) {
            case 'r':
                return Ascii.startsWith(name, "retry-after");
            case 'a':
                return Ascii.startsWith(name, "api-credits-");
            case 'h':
                return Ascii.startsWith(name, "http_x_");
            case 'x':
                return name.charAt(1) == '-' && beginsAfterX(name);
            default:
                return false;
        }
    }

    /** The third letter tells nearly all that is not ours; of what is left the word is compared. */
    private static boolean beginsAfterX(String name) {
        switch (Ascii.lower(name.charAt(2))) {
            case 'a':
                return Ascii.startsWith(name, "x-app-usage")
                        || Ascii.startsWith(name, "x-ad-account-usage")
                        || Ascii.startsWith(name, "x-api-request-remaining")
                        || Ascii.startsWith(name, "x-amzn-errortype");
            case 'b':
                return Ascii.startsWith(name, "x-business-use-case-usage");
            case 'c':
                return Ascii.startsWith(name, "x-current-token-count");
            case 'd':
                return Ascii.startsWith(name, "x-database-lag");
            case 'f':
                return Ascii.startsWith(name, "x-fb-ads-insights-throttle");
            case 'l':
                return Ascii.startsWith(name, "x-ls-api-");
            case 'm':
                return Ascii.startsWith(name, "x-ms-retry-after-ms")
                        || Ascii.startsWith(name, "x-mbx-used-")
                        || Ascii.startsWith(name, "x-mbx-order-");
            case 'n':
                return Ascii.startsWith(name, "x-next-replenishment-time");
            case 'p':
                return Ascii.startsWith(name, "x-page-usage");
            case 'r':
                return Ascii.startsWith(name, "x-retry-")
                        || Ascii.startsWith(name, "x-remaining-")
                        || Ascii.startsWith(name, "x-requests-available")
                        || Ascii.startsWith(name, "x-requestcounter-")
                        || Ascii.is(name, "x-rl");
            case 't':
                return Ascii.is(name, "x-ttl") || Ascii.startsWith(name, "x-trial-endpoint-");
            case 'e':
                return Ascii.startsWith(name, "x-endpoint-monthly-call");
            default:
                return false;
        }
    }
}
