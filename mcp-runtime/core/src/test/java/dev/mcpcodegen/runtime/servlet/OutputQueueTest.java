package dev.mcpcodegen.runtime.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcpcodegen.runtime.server.Workers;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.WriteListener;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@NullUnmarked
class OutputQueueTest {

    private final Workers workers = new Workers();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger broken = new AtomicInteger();

    @AfterEach
    void stop() {
        workers.close();
        threads.shutdownNow();
    }

    @Test
    void writesWhatWasAddedBeforeAndAfterItWasOpened() {
        Client client = new Client();
        OutputQueue queue = queue(client, Duration.ofSeconds(30));

        queue.offer(utf8("a"), 10);
        queue.open(OutputQueue.CHUNK_BYTES, () -> client.head = true);
        client.call();
        queue.offer(utf8("b"), 10);
        queue.close(List.of(utf8("c"), utf8(""), utf8("d")));
        queue.offer(utf8("too late"), 10);

        assertThat(client.text()).isEqualTo("abcd");
        assertThat(client.flushes.get()).isEqualTo(2);
        assertThat(client.completions.get()).isEqualTo(1);
        assertThat(broken).hasValue(0);
    }

    @Test
    void keepsOnlySoMuchForAClientThatDoesNotTakeIt() {
        Client client = new Client();
        OutputQueue queue = queue(client, Duration.ofSeconds(30));
        queue.open(OutputQueue.CHUNK_BYTES, () -> {});
        client.isReady = false;
        client.call();

        for (int i = 0; i < 10; i++) {
            queue.offer(utf8(i + ""), 3);
        }
        queue.close(List.of(utf8(".")));
        client.isReady = true;
        client.call();

        assertThat(client.text()).isEqualTo("012.");
    }

    @Test
    void T_E01_givesUpAClientThatTakesNothing() throws Exception {
        Client client = new Client();
        OutputQueue queue = queue(client, Duration.ofMillis(50));
        queue.open(OutputQueue.CHUNK_BYTES, () -> {});
        client.call();
        TimeUnit.MILLISECONDS.sleep(150);
        assertThat(client.completions).as("nothing to take is no stall").hasValue(0);

        client.isReady = false;
        queue.offer(utf8("x"), 10);

        assertThat(client.completed.await(5, TimeUnit.SECONDS)).isTrue();
        workers.close();
        assertThat(broken).as("told once the request is complete").hasValue(1);
    }

    @Test
    void aWriteThatFailsIsToldOnce() {
        Client client = new Client();
        OutputQueue queue = queue(client, Duration.ofSeconds(30));
        queue.open(OutputQueue.CHUNK_BYTES, () -> {});
        client.call();
        client.isGone = true;

        queue.offer(utf8("x"), 10);
        queue.offer(utf8("y"), 10);
        client.listener.onError(new IOException("gone"));
        queue.close(List.of(utf8("z")));

        assertThat(client.completions).hasValue(1);
        assertThat(broken).hasValue(1);
    }

    @Test
    void aHeadThatCannotBeWrittenEndsTheRequest() {
        Client client = new Client();
        OutputQueue queue = queue(client, Duration.ofSeconds(30));

        queue.open(OutputQueue.CHUNK_BYTES, () -> {
            throw new IllegalStateException("recycled");
        });

        assertThat(client.completions).hasValue(1);
        assertThat(broken).hasValue(1);
    }

    /** Four threads add, one closes, one may break off, the container calls: whatever the order, one thread writes and nothing follows the end. */
    @Test
    void nothingIsWrittenAfterTheEndWhoeverComesWhen() throws Exception {
        for (int round = 0; round < 300; round++) {
            Client client = new Client();
            OutputQueue queue = queue(client, Duration.ofSeconds(30));
            boolean breaks = round % 3 == 0;
            List<Runnable> parties = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                parties.add(() -> {
                    for (int n = 0; n < 20; n++) {
                        queue.offer(utf8("<event>"), 64);
                    }
                });
            }
            parties.add(() -> queue.close(List.of(utf8("<last"), utf8(" event>"))));
            parties.add(() -> queue.open(OutputQueue.CHUNK_BYTES, () -> {}));
            parties.add(() -> {
                for (int n = 0; n < 20; n++) {
                    client.call();
                    client.isReady = n % 3 != 0;
                }
                client.isReady = true;
                client.call();
            });
            if (breaks) {
                parties.add(queue::breakOff);
            }

            run(parties);
            client.isReady = true;
            client.call();

            assertThat(client.completed.await(5, TimeUnit.SECONDS)).isTrue();
            assertThat(client.completions).hasValue(1);
            assertThat(client.violations).isEmpty();
            if (!breaks) {
                assertThat(client.text()).matches("(<event>)*<last event>");
            }
        }
    }

    private void run(List<Runnable> parties) throws Exception {
        CyclicBarrier start = new CyclicBarrier(parties.size());
        List<Future<?>> done = new ArrayList<>();
        for (Runnable party : parties) {
            done.add(threads.submit(() -> {
                start.await();
                party.run();
                return null;
            }));
        }
        for (Future<?> future : done) {
            future.get(10, TimeUnit.SECONDS);
        }
    }

    private OutputQueue queue(Client client, Duration stallLimit) {
        return new OutputQueue(client.async(), workers, stallLimit, isWhole -> {
            if (!isWhole) {
                broken.incrementAndGet();
            }
        });
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A response that notices what a container would not forgive: two writers at once, writing unasked, writing after the end. */
    private static final class Client extends ServletOutputStream {

        private final List<String> violations = new ArrayList<>();
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final AtomicInteger flushes = new AtomicInteger();
        private final AtomicInteger completions = new AtomicInteger();
        private final AtomicInteger inside = new AtomicInteger();
        private final CountDownLatch completed = new CountDownLatch(1);
        private volatile WriteListener listener;
        private volatile boolean isReady = true;
        private volatile boolean isGone;
        private volatile boolean head;
        private boolean wasAsked;

        private AsyncContext async() {
            ServletResponse response = (ServletResponse) proxy(ServletResponse.class, () -> this);
            return (AsyncContext) Proxy.newProxyInstance(
                    getClass().getClassLoader(), new Class<?>[] {AsyncContext.class}, (proxy, method, arguments) -> {
                        if (method.getName().equals("complete")) {
                            completions.incrementAndGet();
                            completed.countDown();
                            return null;
                        }
                        return response;
                    });
        }

        private static Object proxy(Class<?> type, java.util.function.Supplier<Object> answer) {
            return Proxy.newProxyInstance(
                    type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> answer.get());
        }

        private void call() {
            WriteListener current = listener;
            if (current != null) {
                try {
                    current.onWritePossible();
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            }
        }

        private String text() {
            return bytes.toString(StandardCharsets.UTF_8);
        }

        @Override
        public boolean isReady() {
            check(true, "isReady");
            wasAsked = isReady;
            inside.decrementAndGet();
            return wasAsked;
        }

        @Override
        public void setWriteListener(WriteListener value) {
            listener = value;
        }

        @Override
        public void write(int b) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void write(byte[] array, int offset, int count) throws IOException {
            check(wasAsked, "write");
            wasAsked = false;
            inside.decrementAndGet();
            if (isGone) {
                throw new IOException("Broken pipe");
            }
            bytes.write(array, offset, count);
        }

        @Override
        public void flush() {
            check(wasAsked, "flush");
            wasAsked = false;
            flushes.incrementAndGet();
            inside.decrementAndGet();
        }

        private void check(boolean isAllowed, String what) {
            if (inside.incrementAndGet() > 1) {
                violations.add(what + " by two threads");
            }
            if (!isAllowed) {
                violations.add(what + " without asking");
            }
            if (completions.get() > 0) {
                violations.add(what + " after the end");
            }
        }
    }
}
