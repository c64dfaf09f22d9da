package dev.mcpcodegen.it.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Runs one document in a process of its own, whose memory and time are bounded. */
final class DocumentProcess {

    private static final int LAST_LINES = 400;

    private final CorpusOptions options;

    DocumentProcess(CorpusOptions options) {
        this.options = options;
    }

    /**
     * Returns what came of a document, also when its process died.
     *
     * @param work a folder of its own
     */
    DocumentResult run(CorpusDocument document, Path work) throws IOException, InterruptedException {
        Files.createDirectories(work);
        Path result = work.resolve("result.json");
        Path log = work.resolve("log.txt");
        Files.deleteIfExists(result);
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + options.heap(),
                        "-Xss4m",
                        "-XX:+UseParallelGC",
                        "-XX:ActiveProcessorCount=2",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-classpath",
                        System.getProperty("java.class.path"),
                        DocumentRun.class.getName(),
                        document.file().toString(),
                        document.integration(),
                        work.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        process.getOutputStream().close();
        boolean ended = process.waitFor(options.limit().toSeconds(), TimeUnit.SECONDS);
        if (!ended) {
            process.destroyForcibly().waitFor();
        }
        DocumentResult told = DocumentResult.load(result);
        if (!ended) {
            fail(told, "killed after " + options.limit().toSeconds() + " s");
        } else if (process.exitValue() != 0) {
            fail(told, "died with exit code " + process.exitValue() + ": " + lastLine(log));
        }
        return told;
    }

    private static void fail(DocumentResult result, String why) {
        result.status = "failed";
        result.message = result.step + ": " + why;
        result.problems.add(new DocumentResult.Problem("", result.message));
    }

    private static String lastLine(Path log) throws IOException {
        try (Stream<String> lines = Files.lines(log)) {
            List<String> kept = lines.limit(LAST_LINES)
                    .filter(line -> !line.isBlank() && !line.startsWith("\tat "))
                    .toList();
            return kept.isEmpty() ? "" : kept.get(kept.size() - 1);
        }
    }
}
