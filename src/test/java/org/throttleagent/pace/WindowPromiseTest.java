package org.throttleagent.pace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.throttleagent.rule.Rate;
import org.throttleagent.rule.Rule;
import org.throttleagent.testing.Seeds;
import org.throttleagent.testing.TestWaiter;

/** No window ever holds more than the rule says, whenever requests come and however late those who wait wake up. */
class WindowPromiseTest {
    private static final String[] RATES = {"1000/s", "100/s", "10/s", "3/s", "1/2s", "100/m", "7/m", "5000/h"};

    static LongStream seeds() {
        return Seeds.some(60);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void noWindowHoldsMoreThanTheRuleSays(long seed) {
        Random random = new Random(seed);
        Rate one = Rate.parse(RATES[random.nextInt(RATES.length)]);
        Rate two = Rate.parse(RATES[random.nextInt(RATES.length)]);
        List<Rate> rates = random.nextBoolean() ? List.of(one) : List.of(one, two);
        long burst = random.nextInt(3) == 0 ? 1 + random.nextInt(20) : 0;
        Rule rule = Rule.builder("test").rates(rates).burst(burst).build();

        List<Long> granted = grants(rule, random, Seeds.start(random));

        for (Rate rate : rates) {
            check(granted, rate, rule.burst(rate), "seed " + seed + ", " + rates + " burst " + burst);
        }
    }

    /** When 600 requests go, on a clock that starts at 0, that come at random and are looked after late. */
    private static List<Long> grants(Rule rule, Random random, long start) {
        long now = start;
        Pacer pacer = new Pacer(rule, now);
        List<Long> granted = new ArrayList<>();
        List<TestWaiter> waiting = new ArrayList<>();
        while (granted.size() < 600) {
            if (random.nextInt(3) > 0 || waiting.isEmpty()) {
                TestWaiter waiter = new TestWaiter();
                if (pacer.tryGo(waiter, now)) {
                    granted.add(now - start);
                } else {
                    pacer.enqueue(waiter, now + Long.MAX_VALUE / 4, false);
                    waiting.add(waiter);
                }
            }
            if (!waiting.isEmpty()) {
                long wait = pacer.look(waiting.get(0), now);
                while (!waiting.isEmpty() && waiting.get(0).state() == Waiter.State.GRANTED) {
                    granted.add(waiting.remove(0).grantedAt() - start);
                }
                now += wait + lateness(random, wait);
            } else if (random.nextInt(4) == 0) {
                now += random.nextLong(2_000_000_000L);
            }
        }
        return granted;
    }

    private static long lateness(Random random, long wait) {
        switch (random.nextInt(4)) {
            case 0:
                return 0;
            case 1:
                return random.nextLong(20_000_000L); // a busy machine
            case 2:
                return random.nextLong(1 + wait / 50);
            default:
                return random.nextInt(20) == 0 ? random.nextLong(5_000_000_000L) : 1; // a stall
        }
    }

    private static void check(List<Long> granted, Rate rate, long burst, String context) {
        Gcra window = Gcra.of(rate.permits(), rate.periodNanos(), burst);
        long interval = window.intervalNanos();
        long catchUp = Gcra.catchUpNanos(interval);
        int from = 0;
        for (int to = 0; to < granted.size(); to++) {
            while (granted.get(to) - granted.get(from) >= rate.periodNanos()) {
                from++;
            }
            long most = burst > 1 ? rate.permits() : (rate.periodNanos() + catchUp) / interval + 1;
            assertThat((long) to - from + 1)
                    .as("requests within one window of %s; %s", rate, context)
                    .isLessThanOrEqualTo(most);
            for (int back = Math.max(0, to - 50); back < to; back++) { // and in any window W, however short
                long span = granted.get(to) - granted.get(back);
                assertThat((long) to - back + 1)
                        .as("requests within %d ns; %s", span, context)
                        .isLessThanOrEqualTo(burst + (span + catchUp) / interval);
            }
        }
    }
}
