package dev.mcpcodegen.it.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The heap of another process, as its collector logs it. */
final class Heap {

    /** Small, so that garbage does not pass for use. */
    private static final int YOUNG_MIB = 12;

    private static final Pattern COLLECTION = Pattern.compile("Pause .* (\\d+)M->(\\d+)M\\(\\d+M\\)");

    private final Path log;
    private long pid;

    /** Reads the heap of a process that is to be started. */
    Heap(Path log) {
        this.log = log;
    }

    /** What its Java has to be started with. */
    List<String> javaOptions() {
        try {
            Files.createDirectories(log.getParent());
            Files.deleteIfExists(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.of("-XX:+UseSerialGC", "-Xmn" + YOUNG_MIB + "m", "-Xmx512m", "-Xlog:gc:file=" + log);
    }

    /** Tells which process it is. */
    void isOf(long process) {
        pid = process;
    }

    /** What is alive now, in MiB; what was used before is forgotten. */
    int alive() {
        collect();
        List<MatchResult> collections = collections();
        return Integer.parseInt(collections.get(collections.size() - 1).group(2));
    }

    /** The most that was in use since a collection, garbage included, in MiB. */
    int peakSince(int collection) {
        collect();
        return collections().stream()
                .skip(collection)
                .mapToInt(result -> Integer.parseInt(result.group(1)))
                .max()
                .orElse(0);
    }

    /** How often it was collected so far. */
    int count() {
        return collections().size();
    }

    private List<MatchResult> collections() {
        try {
            return COLLECTION.matcher(Files.readString(log)).results().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void collect() {
        try {
            Process jcmd = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "jcmd")
                                    .toString(),
                            String.valueOf(pid),
                            "GC.run")
                    .redirectErrorStream(true)
                    .start();
            String said = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (jcmd.waitFor() != 0) {
                throw new IllegalStateException("The heap cannot be collected: " + said);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
