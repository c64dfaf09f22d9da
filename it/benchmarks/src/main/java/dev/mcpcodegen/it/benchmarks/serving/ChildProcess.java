package dev.mcpcodegen.it.benchmarks.serving;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** A JVM of its own that serves on a port; it ends with this object, and also when this process ends. */
final class ChildProcess implements AutoCloseable {

    private static final String READY = "READY ";

    private final Process process;
    private final int port;

    private ChildProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /**
     * Starts a program and waits until it serves.
     *
     * @param log where its output goes
     * @param classPath in front of this process's own
     */
    static ChildProcess start(
            Class<?> program, Path log, List<String> classPath, List<String> options, List<String> arguments)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        List<String> path = new ArrayList<>(classPath);
        path.add(System.getProperty("java.class.path"));
        command.addAll(List.of("-cp", String.join(File.pathSeparator, path), program.getName()));
        command.addAll(arguments);
        Process process =
                new ProcessBuilder(command).redirectError(log.toFile()).start();
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith(READY)) {
                return new ChildProcess(process, Integer.parseInt(line.substring(READY.length())));
            }
        }
        throw new IOException("A process does not start; its output is in " + log);
    }

    /** Tells the parent that this process serves, and ends it when the parent is gone. */
    static void announce(int port) throws IOException {
        System.out.println(READY + port);
        while (System.in.read() >= 0) {
            // Nothing is ever sent.
        }
        Runtime.getRuntime().halt(0);
    }

    int port() {
        return port;
    }

    long pid() {
        return process.pid();
    }

    /** User and system time until now, in the system's ticks of 10 ms. */
    Duration cpu() {
        return process.info().totalCpuDuration().orElseThrow();
    }

    /** What the process tells of itself. */
    Properties stats(String query) throws IOException {
        String request = "GET /stats" + query + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n";
        Properties stats = new Properties();
        try (HttpConnection connection = new HttpConnection(port)) {
            byte[] body = connection
                    .exchange(request.getBytes(StandardCharsets.US_ASCII))
                    .body();
            stats.load(new StringReader(new String(body, StandardCharsets.US_ASCII)));
        }
        return stats;
    }

    /** One of the numbers that the process tells. */
    long stat(String name) throws IOException {
        return Long.parseLong(stats("").getProperty(name));
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
