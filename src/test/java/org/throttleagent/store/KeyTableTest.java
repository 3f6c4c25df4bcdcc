package org.throttleagent.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.throttleagent.rule.Keys;
import org.throttleagent.rule.LimitKey;
import org.throttleagent.rule.Rate;
import org.throttleagent.rule.Rule;
import org.throttleagent.testing.Seeds;
import org.throttleagent.testing.TestRequest;
import org.throttleagent.testing.TestWaiter;

class KeyTableTest {
    private static final long T = Seeds.beforeTheEnd(5);
    private static final Rule RULE =
            Rule.defaults().rates(List.of(Rate.parse("1/s"))).build();

    private final Keys keys = new Keys(new byte[16]);
    private final KeyTable table = new KeyTable(3);

    private LimitKey key(String host) {
        return keys.keyOf(RULE, TestRequest.GET.host(host), false);
    }

    private KeyState inDebt(String host) {
        KeyState state = Objects.requireNonNull(table.find(key(host), RULE, T));
        state.pacer().charge(new TestWaiter(), T);
        return state;
    }

    @Test
    void forgetsOnlyWhatHasNoDebt() {
        KeyState a = inDebt("a.test");
        table.find(key("b.test"), RULE, T);
        KeyState c = inDebt("c.test");
        KeyState d = table.find(key("d.test"), RULE, T);
        assertThat(d).isNotNull();
        assertThat(table.all()).containsExactlyInAnyOrder(a, c, d);
    }

    @Test
    void hasNoRoomWhileAllHaveDebt() {
        inDebt("a.test");
        inDebt("b.test");
        KeyState c = inDebt("c.test");
        assertThat(table.find(key("d.test"), RULE, T)).isNull();
        assertThat(table.find(key("c.test"), RULE, T)).as("who is in stays in").isSameAs(c);
        LimitKey overflow = Keys.overflowOf(RULE);
        assertThat(table.overflow(overflow, RULE, T)).isSameAs(table.overflow(overflow, RULE, T));
    }

    @Test
    void whoIsInFlightOrWaitsIsNotForgotten() {
        KeyState a = inDebt("a.test");
        inDebt("b.test").pacer().enqueue(new TestWaiter(), T + 1000, false);
        long later = T + 10_000_000_000L;
        TestWaiter grant = new TestWaiter();
        assertThat(a.pacer().withoutDebt(later)).as("in flight").isFalse();
        KeyState c = Objects.requireNonNull(table.find(key("c.test"), RULE, T));
        assertThat(c.pacer().tryGo(grant, T)).isTrue();
        c.pacer().ended(grant, T);
        assertThat(c.pacer().withoutDebt(T)).as("its interval is not over").isFalse();
        assertThat(table.find(key("d.test"), RULE, later)).isNotNull();
        assertThat(table.all()).doesNotContain(c).contains(a);
    }
}
