package org.throttleagent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.throttleagent.rule.Rule;
import org.throttleagent.store.KeyState;
import org.throttleagent.testing.TestEngine;
import org.throttleagent.testing.TestRequest;
import org.throttleagent.testing.TestResponse;
import org.throttleagent.testing.TestWaiter;

/** A server that names its limits: each is kept apart, and what is said of all holds for all. */
class BucketTest {
    private static final long SECOND = 1_000_000_000L;
    private static final TestRequest SEARCH = TestRequest.GET.path("/search/code");
    private static final TestRequest USERS = TestRequest.GET.path("/users/x");
    private static final TestRequest REPOS = TestRequest.GET.path("/repos/x/y");

    private final TestEngine engine = TestEngine.of(Rule.defaults());
    private long now = 1000 * SECOND;

    private void exchange(TestRequest request, TestResponse response) {
        Call call = engine.engine.newCall("test");
        assertThat(call.admit(request, new TestWaiter(), now)).isEqualTo(Admission.GO);
        call.sent(request, new TestWaiter(), now);
        now += SECOND / 100;
        call.answered(response, now, 1_800_000_000_000L, 0);
        call.finished(now);
    }

    private boolean mustWait(TestRequest request) {
        return engine.engine.newCall("test").mustWait(request, now);
    }

    private List<String> keys() {
        List<String> labels = new ArrayList<>();
        for (KeyState key : engine.engine.keys()) {
            labels.add(key.key().label());
        }
        return labels;
    }

    private static TestResponse of(String bucket, int status, int remaining) {
        return TestResponse.of(status)
                .with("X-RateLimit-Limit", 5000)
                .with("X-RateLimit-Remaining", remaining)
                .with("X-RateLimit-Reset", 30)
                .with("X-RateLimit-Resource", bucket);
    }

    @Test
    void anExhaustedBucketClosesItselfOnly() {
        exchange(USERS, of("core", 200, 4999));
        exchange(SEARCH, of("search", 200, 1));
        exchange(SEARCH, of("search", 403, 0));
        assertThat(mustWait(SEARCH)).isTrue();
        assertThat(mustWait(USERS)).isFalse();
        assertThat(keys()).contains("api.test|core", "api.test|search");
    }

    @Test
    void pathsOfOneBucketShareIt() {
        exchange(USERS, of("core", 200, 4999));
        exchange(REPOS, of("core", 200, 4998));
        exchange(USERS, of("core", 403, 0));
        assertThat(mustWait(REPOS)).isTrue();
    }

    /** GitHub's secondary limit comes with the numbers of a bucket that has some left. */
    @Test
    void aRefusalThatIsNotForTheBucketClosesAll() {
        exchange(USERS, of("core", 200, 4999));
        exchange(SEARCH, of("search", 200, 29));
        exchange(USERS, of("core", 403, 4000).with("Retry-After", 10));
        assertThat(mustWait(USERS)).isTrue();
        assertThat(mustWait(SEARCH)).isTrue();
        assertThat(mustWait(TestRequest.GET.path("/new")))
                .as("a path that was never seen")
                .isTrue();
        now += 10 * SECOND;
        assertThat(mustWait(SEARCH)).isFalse();
    }

    @Test
    void aGlobalRefusalClosesAll() {
        exchange(USERS, of("core", 200, 4999));
        exchange(SEARCH, of("search", 200, 29));
        exchange(USERS, of("core", 429, 0).with("X-RateLimit-Global", "true"));
        assertThat(mustWait(SEARCH)).isTrue();
    }

    /** Where one segment has several buckets it tells nothing: better to wait for too much than to run into a limit. */
    @Test
    void aSegmentWithSeveralBucketsStaysTogether() {
        TestRequest one = TestRequest.GET.path("/api/channels/1");
        TestRequest other = TestRequest.GET.path("/api/guilds/1");
        exchange(one, of("a", 200, 4));
        exchange(other, of("b", 200, 4));
        exchange(other, of("b", 429, 0));
        assertThat(mustWait(one)).isTrue();
        assertThat(mustWait(other)).isTrue();
    }

    @Test
    void aServerCannotMakeKeysAtWill() {
        for (int i = 0; i < 1000; i++) {
            exchange(TestRequest.GET.path("/" + i), of("bucket" + i, 200, 4999));
        }
        assertThat(keys()).hasSizeLessThan(70);
    }

    @Test
    void aRateOfTheUsersIsOneForAll() {
        TestEngine ruled = TestEngine.of(Rule.defaults().rates(List.of(org.throttleagent.rule.Rate.parse("1000/s"))));
        Call call = ruled.engine.newCall("test");
        call.admit(USERS, new TestWaiter(), now);
        call.sent(USERS, new TestWaiter(), now);
        call.answered(of("core", 200, 4999), now, 1_800_000_000_000L, 0);
        assertThat(ruled.engine.keys()).hasSize(1);
    }
}
