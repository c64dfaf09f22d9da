package dev.mcpcodegen.it.benchmarks.serving;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** One request to one server, asked again and again over connections that are kept alive. */
final class Subject {

    private static final int CONNECTIONS = 4;

    private final String label;
    private final ChildProcess server;
    private final byte[] request;
    private final byte[] expected;

    /** Asks once, to know what to expect ever after. */
    Subject(String label, ChildProcess server, byte[] request) throws IOException {
        this.label = label;
        this.server = server;
        this.request = request;
        try (HttpConnection connection = new HttpConnection(server.port())) {
            HttpConnection.Answer answer = connection.exchange(request);
            this.expected = answer.body();
            String text = new String(expected, StandardCharsets.UTF_8);
            if (answer.status() != 200 || text.contains("\"isError\":true") || text.contains("\"error\":")) {
                throw new IOException(label + " answered " + answer.status() + " " + text);
            }
        }
    }

    String label() {
        return label;
    }

    /** The body that it answers with. */
    byte[] answer() {
        return expected.clone();
    }

    /** Asks {@code count} times and tells what it cost the server. */
    Cost ask(long count) throws IOException, InterruptedException, ExecutionException {
        long each = Math.max(1, count / CONNECTIONS);
        long allocated = server.stat("allocated");
        long cpu = server.cpu().toNanos();
        long start = System.nanoTime();
        ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);
        try {
            List<Callable<Void>> clients = new ArrayList<>();
            for (int i = 0; i < CONNECTIONS; i++) {
                clients.add(() -> client(each));
            }
            for (Future<Void> client : threads.invokeAll(clients)) {
                client.get();
            }
        } finally {
            threads.shutdownNow();
        }
        long wall = System.nanoTime() - start;
        long total = each * CONNECTIONS;
        return new Cost(
                (double) (server.cpu().toNanos() - cpu) / total,
                (double) (server.stat("allocated") - allocated) / total,
                (double) wall / total);
    }

    private Void client(long count) throws IOException {
        try (HttpConnection connection = new HttpConnection(server.port())) {
            for (long i = 0; i < count; i++) {
                HttpConnection.Answer answer = connection.exchange(request);
                boolean isRight = answer.status() == 200
                        && answer.body().length == expected.length
                        && (i > 0 || Arrays.equals(answer.body(), expected));
                if (!isRight) {
                    throw new IOException(label + " answered " + answer.status() + " with " + answer.body().length
                            + " bytes where " + expected.length + " were expected");
                }
            }
        }
        return null;
    }

    /**
     * What one request cost, on average.
     *
     * @param cpuNanos user and system time of the server's process
     * @param allocatedBytes on the heap of the server
     * @param wallNanos between one answer and the next, over all connections
     */
    record Cost(double cpuNanos, double allocatedBytes, double wallNanos) {}
}
