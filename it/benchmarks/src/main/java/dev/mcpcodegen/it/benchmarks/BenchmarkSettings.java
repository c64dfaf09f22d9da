package dev.mcpcodegen.it.benchmarks;

import java.nio.file.Path;
import java.util.Objects;

/**
 * What the build tells the benchmark, by system properties.
 *
 * @param document the description to generate from, as given; empty for the one that npm fetches
 * @param rounds how often everything runs
 * @param target the module's build folder
 * @param mavenHome the Maven that builds, for the goal
 * @param mcpGenerator the peer on npm, with its version
 * @param octokit the package that holds GitHub's description, with its version
 */
record BenchmarkSettings(
        String document, int rounds, Path target, Path mavenHome, String mcpGenerator, String octokit) {

    static BenchmarkSettings ofSystemProperties() {
        return new BenchmarkSettings(
                property("document"),
                Integer.parseInt(property("rounds")),
                Path.of(property("target")),
                Path.of(property("mavenHome")),
                property("mcpGenerator"),
                property("octokit"));
    }

    private static String property(String name) {
        return Objects.requireNonNull(System.getProperty("benchmark." + name), name);
    }
}
