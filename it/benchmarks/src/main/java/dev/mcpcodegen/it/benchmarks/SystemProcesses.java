package dev.mcpcodegen.it.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** What Linux tells of processes, proc(5); zeros on other systems. */
final class SystemProcesses {

    /** The unit of times in proc(5), which is the same on every Linux of today. */
    private static final long TICK_MILLIS = 10;

    private SystemProcesses() {}

    /** The user and system time of all children of this process that have ended, with their children. */
    static Duration cpuOfEndedChildren() {
        try {
            String stat = Files.readString(Path.of("/proc/self/stat"));
            // The name before it, in parentheses, may hold spaces.
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            return Duration.ofMillis(TICK_MILLIS * (Long.parseLong(fields[13]) + Long.parseLong(fields[14])));
        } catch (IOException e) {
            return Duration.ZERO;
        }
    }

    /** The most memory that a process has held; zero when it has ended. */
    static long peakResidentBytes(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }
}
