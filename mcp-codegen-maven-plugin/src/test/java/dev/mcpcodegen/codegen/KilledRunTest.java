package dev.mcpcodegen.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A build may end at any moment, by a signal or a power cut; the next one must leave what it would have left anyway. */
class KilledRunTest {

    private static final int KILLS = 50;
    private static final int AT_ONCE = 5;
    private static final int MAX_MILLIS = 400;
    private static final int MAX_WRITING_MILLIS = 20;

    private static final String ODD = document("person", "deal", "note", "task", "event", "file");
    private static final String EVEN = document("company", "deal", "call", "task", "event", "list", "stage");

    @TempDir
    Path base;

    @Test
    void T_A14_aKilledRunIsRepairedByTheNext() throws Exception {
        SortedMap<String, String> exact =
                project(base.resolve("never-killed"), ODD).output();

        ExecutorService lanes = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Future<Integer>> survivors = new ArrayList<>();
            for (int lane = 0; lane < AT_ONCE; lane++) {
                Path folder = base.resolve("lane-" + lane);
                Random random = new Random(lane);
                survivors.add(lanes.submit(() -> killAgainAndAgain(folder, random, exact)));
            }
            int unfinished = 0;
            for (Future<Integer> survivor : survivors) {
                unfinished += survivor.get(5, TimeUnit.MINUTES);
            }
            // If no kill had met a run in the middle of its writing, this test would prove nothing.
            assertThat(unfinished).isPositive();
        } finally {
            lanes.shutdownNow();
        }
    }

    /** Returns how many kills left a run unfinished. */
    private static int killAgainAndAgain(Path folder, Random random, SortedMap<String, String> exact) throws Exception {
        int unfinished = 0;
        for (int kill = 0; kill < KILLS / AT_ONCE; kill++) {
            project(folder, ODD);
            killOnce(folder, random);
            if (Files.notExists(state(folder))) {
                unfinished++;
            }
            assertThat(project(folder, ODD).output()).isEqualTo(exact);
        }
        return unfinished;
    }

    private static void killOnce(Path folder, Random random) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xshare:auto",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Generator.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            assertThat(output.readLine()).isEqualTo("run");
            if (random.nextBoolean()) {
                TimeUnit.MILLISECONDS.sleep(random.nextInt(MAX_MILLIS));
            } else {
                awaitWriting(folder, process);
                TimeUnit.MILLISECONDS.sleep(random.nextInt(MAX_WRITING_MILLIS));
            }
        } finally {
            process.destroyForcibly();
            process.waitFor();
        }
    }

    /** A run forgets its state before its first change. */
    private static void awaitWriting(Path folder, Process process) throws InterruptedException {
        while (Files.exists(state(folder)) && process.isAlive()) {
            TimeUnit.MICROSECONDS.sleep(200);
        }
    }

    private static Path state(Path folder) {
        return folder.resolve("memory/default/state");
    }

    private static TestProject project(Path folder, String document) throws IOException {
        TestProject project = new TestProject(folder).with("acme", "openapi.yaml", document);
        project.run();
        return project;
    }

    private static String document(String... resources) {
        StringBuilder document = new StringBuilder("openapi: 3.0.3\ninfo: {title: Acme, version: '1'}\npaths:\n");
        for (String resource : resources) {
            document.append("  /")
                    .append(resource)
                    .append("s: {post: {description: Creates one of them., responses: {}}}\n");
        }
        return document.toString();
    }

    /** Generates now from one document, now from the other, until it is killed. */
    static final class Generator {

        private Generator() {}

        public static void main(String[] arguments) throws IOException {
            Path folder = Path.of(arguments[0]);
            for (int run = 0; ; run++) {
                System.out.println("run");
                project(folder, run % 2 == 0 ? EVEN : ODD);
            }
        }
    }
}
