package dev.mcpcodegen.it.benchmarks;

import java.time.Duration;
import java.util.Locale;

/**
 * One run of one process with its children.
 *
 * @param wall from start to end, with the start of a JVM
 * @param cpu user and system time; zero where the system does not tell
 * @param residentBytes the most memory it held; zero where the system does not tell
 * @param heapBytes the fullest heap that its JVM logged; zero without a JVM
 * @param exit its exit value
 */
record Measurement(Duration wall, Duration cpu, long residentBytes, long heapBytes, int exit) {

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%.2f s wall, %.2f s CPU, %d MB, exit %d",
                wall.toMillis() / 1000.0,
                cpu.toMillis() / 1000.0,
                residentBytes >> 20,
                exit);
    }
}
