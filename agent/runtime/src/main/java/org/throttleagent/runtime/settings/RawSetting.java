package org.throttleagent.runtime.settings;

/** A setting as somebody wrote it: not yet known to be right, nor to exist. Immutable. */
final class RawSetting {
    final String key;
    final String value;
    final Origin origin;

    RawSetting(String key, String value, Origin origin) {
        this.key = key;
        this.value = value.trim();
        this.origin = origin;
    }
}
