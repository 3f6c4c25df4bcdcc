package org.throttleagent.simulate;

/** A process that throttles by a formula: it pauses before an attempt, and again after a refusal, until it is accepted. */
final class PeerProcess extends ClientProcess {
    /** A published way to throttle. Times are nanoseconds. */
    interface Formula {
        /** How long the call pauses before its first attempt. */
        long beforeCall(Caller caller, long now);

        /** How long it pauses after a refusal. */
        long afterRefusal(Caller caller, long now);

        /** It was accepted. */
        void accepted(Caller caller, Reply reply, long now);
    }

    private final Formula formula;

    PeerProcess(World world, Formula formula) {
        super(world);
        this.formula = formula;
    }

    @Override
    void begin(Caller caller) {
        world.after(formula.beforeCall(caller, world.now()), () -> world.send(caller));
    }

    @Override
    boolean answered(Caller caller, Reply reply) {
        if (reply.accepted()) {
            formula.accepted(caller, reply, world.now());
            return false;
        }
        world.after(formula.afterRefusal(caller, world.now()), () -> world.send(caller));
        return true;
    }
}
