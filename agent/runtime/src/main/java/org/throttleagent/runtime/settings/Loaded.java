package org.throttleagent.runtime.settings;

import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came of reading settings: all of them, or every error there is; never half. Immutable. */
public final class Loaded {
    private final @Nullable Settings settings;
    private final List<Problem> errors;
    private final List<Problem> warnings;
    private final List<Problem> ignored;
    private final Owners owners;

    Loaded(@Nullable Settings settings, Collector found, Owners owners) {
        this.settings = settings;
        this.owners = owners;
        this.errors = Collections.unmodifiableList(found.errors);
        this.warnings = Collections.unmodifiableList(found.warnings);
        this.ignored = Collections.unmodifiableList(found.ignored);
    }

    /** The settings, or {@code null} if there are errors. */
    public @Nullable Settings settings() {
        return settings;
    }

    /** What to do about errors; known even if other settings are not. */
    public OnConfigError onConfigError() {
        return owners.global.onConfigError();
    }

    /** Everything that cannot be read, or does not fit together. */
    public List<Problem> errors() {
        return errors;
    }

    /** What has no effect, though somebody may have meant it to. */
    public List<Problem> warnings() {
        return warnings;
    }

    /** What looks like a setting but is known not to be one; of interest for finding faults only. */
    public List<Problem> ignored() {
        return ignored;
    }

    /** Every setting with its value and origin, those that could not be read included: first those of all, then each client's, rule's and dialect's. */
    public List<Effective> effective() {
        return Effective.all(owners);
    }
}
