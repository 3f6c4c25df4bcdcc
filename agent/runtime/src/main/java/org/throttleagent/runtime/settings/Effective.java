package org.throttleagent.runtime.settings;

/** A setting in force, and where it came from. Immutable. */
public final class Effective {
    private final String key;
    private final String value;
    private final Origin origin;

    Effective(String key, String value, Origin origin) {
        this.key = key;
        this.value = value;
        this.origin = origin;
    }

    /** The key in full. */
    public String key() {
        return key;
    }

    /** The value as it was written, fit to be shown; or the default in words. */
    public String value() {
        return value;
    }

    /** Where it came from. */
    public Origin origin() {
        return origin;
    }

    /** Whether nobody has set it. */
    public boolean isDefault() {
        return origin == Origin.DEFAULT;
    }
}
