package dev.mcpcodegen.it.benchmarks.serving;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Thousands of calls that wait for a vendor which takes five seconds, and the health of the server meanwhile. */
final class SlowVendorBenchmark {

    private static final int WAVES = 3;
    private static final int OTHER_FILES = 400;
    private static final int HEALTH_PAUSE_MILLIS = 100;
    private static final byte[] HEALTH =
            "GET /health/live HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final ServingSettings settings;
    private final PrintStream out;

    SlowVendorBenchmark(ServingSettings settings, PrintStream out) {
        this.settings = settings;
        this.out = out;
    }

    String run() throws IOException, InterruptedException, ExecutionException {
        return "Each call waits 5 s for the vendor, " + WAVES
                + " one after the other on each connection; all come from a third process. Jetty: "
                + JettyContainer.SETTINGS + ". Tomcat: " + TomcatContainer.SETTINGS + ". Ours: MCP_MAX_REQUESTS and"
                + " MCP_MAX_CALLS_PER_ACCOUNT 20000. Open files: at most " + mostFiles()
                + " a process (ulimit -n), two a call.\n\n"
                + "| container | heap | asked for at a time | most at the vendor | answered | call ms, median (max) | our threads | heap used MB"
                + " | health ms, median (max) |\n|---|---|---|---|---|---|---|---|---|\n"
                + row("jetty", "512m", settings.calls())
                + row("tomcat", "1g", settings.calls() / 2);
    }

    private String row(String container, String heap, int wanted)
            throws IOException, InterruptedException, ExecutionException {
        int calls = (int) Math.min(wanted, (mostFiles() - OTHER_FILES) / 2);
        try (Servers servers = new Servers(settings.target().resolve("slow"))) {
            ChildProcess vendor = servers.vendor();
            ChildProcess ours = servers.ours(container, vendor, 100, List.of("-Xmx" + heap));
            out.println(container + ": " + calls + " calls at a time");
            ManyCalls many = new ManyCalls(ours.port(), Scenario.slowCall(), calls, WAVES);
            ExecutorService thread = Executors.newSingleThreadExecutor();
            try {
                Future<long[]> running = thread.submit(many::run);
                Steady steady = watch(ours, many, running, calls);
                long[] nanos = running.get();
                return String.format(
                        Locale.ROOT,
                        "| %s | %s | %d | %s | %d of %d | %d (%d) | %d | %d | %.1f (%.1f) |%n",
                        container,
                        heap,
                        calls,
                        vendor.stats("").getProperty("mostOpen"),
                        nanos.length,
                        calls * WAVES,
                        nanos[nanos.length / 2] / 1_000_000,
                        nanos[nanos.length - 1] / 1_000_000,
                        steady.ourThreads(),
                        steady.heapBytes() >> 20,
                        steady.health().get(steady.health().size() / 2),
                        steady.health().get(steady.health().size() - 1));
            } finally {
                thread.shutdownNow();
            }
        }
    }

    /** Asks for the server's health as long as nearly all calls are under way. */
    private static Steady watch(ChildProcess server, ManyCalls many, Future<?> running, int calls)
            throws IOException, InterruptedException {
        List<Double> health = new ArrayList<>();
        long ourThreads = 0;
        long heap = 0;
        try (HttpConnection connection = new HttpConnection(server.port())) {
            while (!running.isDone()) {
                Thread.sleep(HEALTH_PAUSE_MILLIS);
                if (many.waiting() < calls * 9L / 10) {
                    continue;
                }
                long start = System.nanoTime();
                if (connection.exchange(HEALTH).status() != 200) {
                    throw new IOException("The server is not healthy");
                }
                health.add((System.nanoTime() - start) / 1e6);
                if (health.size() % 20 == 0) {
                    ourThreads = Math.max(ourThreads, server.stat("ourThreads"));
                    heap = Math.max(heap, server.stat("heap"));
                }
            }
        }
        Collections.sort(health);
        return new Steady(health.isEmpty() ? List.of(Double.NaN) : health, ourThreads, heap);
    }

    private static long mostFiles() {
        return ((UnixOperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getMaxFileDescriptorCount();
    }

    /** What was seen while nearly all calls were under way. */
    private record Steady(List<Double> health, long ourThreads, long heapBytes) {}
}
