package org.throttleagent;

import org.throttleagent.pace.Waiter;
import org.throttleagent.rule.Rule;
import org.throttleagent.store.KeyState;

/** A place in a key's queue, or a grant that is not used yet. Whoever takes it out of its call settles it. */
final class Permit {
    final KeyState key;
    final Rule rule;
    final Waiter waiter;

    Permit(KeyState key, Rule rule, Waiter waiter) {
        this.key = key;
        this.rule = rule;
        this.waiter = waiter;
    }

    boolean granted() {
        return waiter.state() == Waiter.State.GRANTED;
    }

    /** Ends the wait, or takes the grant back. */
    void giveUp() {
        if (key.pacer().leave(waiter) == Waiter.State.GRANTED) {
            key.pacer().takeBack(waiter);
        }
    }
}
