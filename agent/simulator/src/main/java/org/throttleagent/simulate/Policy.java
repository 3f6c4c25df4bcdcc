package org.throttleagent.simulate;

import java.util.Locale;

/** What throttles the requests of a process: the product, or a published way that it is measured against. */
enum Policy {
    AGENT,
    BACKOFF,
    GRADUAL,
    PROPORTIONAL,
    PROPORTIONAL_REMAINING,
    AWS_ADAPTIVE,
    AIMD;

    ClientProcess process(World world, Scenario scenario, int number) {
        switch (this) {
            case AGENT:
                return new AgentProcess(world, scenario);
            case AWS_ADAPTIVE:
                return new PeerProcess(world, new AwsAdaptive(world.random()));
            case AIMD:
                return new PeerProcess(world, new Aimd());
            default:
                return new PeerProcess(world, new RateThrottleClient(this, scenario.rate, world.random()));
        }
    }

    /** As the command line has it. */
    String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
