package org.throttleagent.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class WeakIdentityMapTest {
    private final WeakIdentityMap<Object, String> map = new WeakIdentityMap<>();

    @Test
    void keepsWhatWasMadeFirst() {
        Object key = new Object();

        assertThat(map.computeIfAbsent(key, () -> "first")).isEqualTo("first");
        assertThat(map.computeIfAbsent(key, () -> "second")).isEqualTo("first");
        assertThat(map.get(key)).isEqualTo("first");
    }

    @Test
    void tellsEqualObjectsApart() {
        Object one = new StringBuilder("key").toString();
        Object other = new StringBuilder("key").toString();
        map.computeIfAbsent(one, () -> "one");

        assertThat(map.get(other)).isNull();
        assertThat(map.computeIfAbsent(other, () -> "other")).isEqualTo("other");
        assertThat(map.get(one)).isEqualTo("one");
    }

    @Test
    void removesOnce() {
        Object key = new Object();
        map.computeIfAbsent(key, () -> "value");

        assertThat(map.remove(key)).isEqualTo("value");
        assertThat(map.remove(key)).isNull();
        assertThat(map.get(key)).isNull();
    }

    @Test
    @Timeout(30)
    void forgetsKeysThatAreGone() {
        Object kept = new Object();
        map.computeIfAbsent(kept, () -> "kept");
        WeakReference<Object> gone = new WeakReference<>(addOneThatNobodyKeeps());

        while (gone.get() != null || map.size() > 1) {
            System.gc();
        }
        assertThat(map.get(kept)).isEqualTo("kept");
    }

    private Object addOneThatNobodyKeeps() {
        Object key = new Object();
        map.computeIfAbsent(key, () -> "gone");
        return key;
    }

    @Test
    @Timeout(30)
    void threadsThatMeetGetTheSame() throws Exception {
        int threads = 8;
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            for (int round = 0; round < 200; round++) {
                Object key = new Object();
                AtomicInteger made = new AtomicInteger();
                CyclicBarrier start = new CyclicBarrier(threads);
                ConcurrentHashMap<String, Boolean> seen = new ConcurrentHashMap<>();
                Callable<Boolean> meet = () -> {
                    start.await();
                    String value = map.computeIfAbsent(key, () -> "value " + made.incrementAndGet());
                    return seen.put(value, true);
                };
                pool.invokeAll(Collections.nCopies(threads, meet)).forEach(WeakIdentityMapTest::result);
                assertThat(seen).as("round %d", round).hasSize(1);
            }
        } finally {
            pool.shutdown();
            assertThat(pool.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    private static void result(Future<Boolean> future) {
        try {
            future.get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
