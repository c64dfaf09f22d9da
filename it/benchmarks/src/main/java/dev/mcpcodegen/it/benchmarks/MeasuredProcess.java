package dev.mcpcodegen.it.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Starts a process, waits for its end and tells what it took. */
final class MeasuredProcess {

    /** Short against what is measured, long against reading a few small files. */
    private static final long SAMPLE_MILLIS = 10;

    private MeasuredProcess() {}

    /**
     * @param logs where the process's output and its heap log go
     */
    static Measurement run(Contender contender, Path logs) throws IOException, InterruptedException {
        Path heapLog = logs.resolve("heap.log");
        Files.deleteIfExists(heapLog);
        List<String> command = new ArrayList<>(contender.command());
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(contender.folder().toFile())
                .redirectErrorStream(true)
                .redirectOutput(logs.resolve("process.log").toFile());
        if (contender.jvm()) {
            // For a Maven as well, which starts its JVM itself.
            builder.environment().merge("JDK_JAVA_OPTIONS", HeapLog.option(heapLog), (given, own) -> given + " " + own);
        }
        Duration cpuBefore = SystemProcesses.cpuOfEndedChildren();
        long start = System.nanoTime();
        Process process = builder.start();
        long resident = 0;
        try {
            while (!process.waitFor(SAMPLE_MILLIS, TimeUnit.MILLISECONDS)) {
                resident = Math.max(resident, resident(process));
            }
        } finally {
            process.destroyForcibly();
        }
        Duration wall = Duration.ofNanos(System.nanoTime() - start);
        Duration cpu = SystemProcesses.cpuOfEndedChildren().minus(cpuBefore);
        return new Measurement(wall, cpu, resident, HeapLog.fullest(heapLog), process.exitValue());
    }

    private static long resident(Process process) {
        try (Stream<ProcessHandle> children = process.descendants()) {
            return Stream.concat(Stream.of(process.toHandle()), children)
                    .mapToLong(handle -> SystemProcesses.peakResidentBytes(handle.pid()))
                    .sum();
        }
    }
}
