package org.throttleagent.signal;

import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Header fields that speak of the same windows, and what holds for all of them. Immutable once it is built. */
final class Dialect {
    final String name;
    /** What its numbers count; null where each field's name tells. */
    @Nullable
    Unit unit;

    /** The hosts that it is believed of; empty for all. */
    List<HostPattern> hosts = Collections.emptyList();

    /** Whether it is not believed of an answer from a cache. */
    boolean ignoredFromCache;

    /** The status, beside those of every dialect, that an exhausted window makes a refusal; 0 for none. */
    int refusalStatus;

    Dialect(String name) {
        this.name = name;
    }

    /** Whether it is believed of a host; an unknown one is of those that no dialect names. */
    boolean speaksAt(String host) {
        if (hosts.isEmpty()) {
            return true;
        }
        for (int i = 0; i < hosts.size(); i++) {
            if (hosts.get(i).matches(host)) {
                return true;
            }
        }
        return false;
    }
}
