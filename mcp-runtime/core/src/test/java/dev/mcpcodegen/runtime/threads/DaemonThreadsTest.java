package dev.mcpcodegen.runtime.threads;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class DaemonThreadsTest {

    private final DaemonThreads threads = new DaemonThreads("test-thread");

    @Test
    void noThreadIsAliveAfterTheWait() {
        for (int round = 0; round < 100; round++) {
            DaemonThreads ofThisRound = new DaemonThreads("test-thread");
            ExecutorService pool = Executors.newFixedThreadPool(2, ofThisRound);
            Thread seen = ask(pool);

            pool.shutdownNow();
            ofThisRound.awaitEnd(Duration.ofSeconds(10));

            assertThat(seen.isAlive()).isFalse();
        }
    }

    @Test
    void leavesBehindWhatHangs() throws InterruptedException {
        CountDownLatch hanging = new CountDownLatch(1);
        Thread thread = threads.newThread(() -> {
            while (hanging.getCount() > 0) {
                Thread.onSpinWait();
            }
        });
        thread.start();

        threads.awaitEnd(Duration.ofMillis(20));

        assertThat(thread.isAlive()).isTrue();
        hanging.countDown();
        thread.join();
    }

    @Test
    void aThreadDoesNotWaitForItself() throws InterruptedException {
        Thread thread = threads.newThread(() -> threads.awaitEnd(Duration.ofDays(1)));
        thread.start();
        thread.join(10_000);

        assertThat(thread.isAlive()).isFalse();
    }

    @Test
    void threadsAreDaemonsWithNumbers() {
        assertThat(threads.newThread(() -> {}).getName()).isEqualTo("test-thread-1");
        assertThat(threads.newThread(() -> {}))
                .extracting(Thread::getName, Thread::isDaemon)
                .containsExactly("test-thread-2", true);
    }

    private static Thread ask(ExecutorService pool) {
        try {
            return pool.submit(Thread::currentThread).get();
        } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
            throw new AssertionError(e);
        }
    }
}
