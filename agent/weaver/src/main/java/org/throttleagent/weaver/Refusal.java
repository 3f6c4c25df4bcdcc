package org.throttleagent.weaver;

/** Says why a class or one of its methods cannot be woven; it then stays as it is. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** A refusal; {@code why} is a clause such as {@code "it would become too large"}. */
    Refusal(String why) {
        // no stack trace, as it may come from any class of any application
        super(why, null, false, false);
    }

    String why() {
        return String.valueOf(getMessage());
    }
}
