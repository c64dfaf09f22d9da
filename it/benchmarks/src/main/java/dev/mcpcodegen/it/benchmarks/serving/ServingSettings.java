package dev.mcpcodegen.it.benchmarks.serving;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;

/**
 * What the build tells the benchmark, by system properties.
 *
 * @param target the folder for what is written
 * @param rounds how often everything is measured
 * @param cpuMillis how much of a server's time one measurement takes, above the 10 ms in which a system counts it
 * @param calls how many wait for the slow vendor at a time on Jetty; on Tomcat it is half of them
 * @param parts what is measured: {@code cost}, {@code growth}, {@code slow}, {@code start}
 */
record ServingSettings(Path target, int rounds, long cpuMillis, int calls, Set<String> parts) {

    static ServingSettings ofSystemProperties() {
        return new ServingSettings(
                Path.of(property("target")).resolve("serving"),
                Integer.parseInt(property("rounds")),
                Long.parseLong(property("cpuMillis")),
                Integer.parseInt(property("calls")),
                Set.of(property("parts").split(",", -1)));
    }

    private static String property(String name) {
        return Objects.requireNonNull(System.getProperty("benchmark." + name), name);
    }
}
