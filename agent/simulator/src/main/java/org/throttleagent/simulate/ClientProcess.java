package org.throttleagent.simulate;

/** One process: decides when the requests of its threads may go. */
abstract class ClientProcess {
    final World world;
    /** It has ended: nothing of it happens any more. */
    boolean gone;

    ClientProcess(World world) {
        this.world = world;
    }

    /** A call begins: {@link World#send} is called as soon as its first attempt may go. */
    abstract void begin(Caller caller);

    /** An answer came; true if the same call makes another attempt, for which World.send is called again. */
    abstract boolean answered(Caller caller, Reply reply);

    /** The call is over. */
    void finished(Caller caller) {}
}
