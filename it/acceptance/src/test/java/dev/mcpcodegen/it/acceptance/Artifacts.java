package dev.mcpcodegen.it.acceptance;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** What the build made ready for the tests. */
final class Artifacts {

    private Artifacts() {}

    /** This module's build folder. */
    static Path target() {
        return path("acceptance.target");
    }

    /** The demo's WAR. */
    static Path war() {
        return target().resolve("demo.war");
    }

    /** The WAR with hand-written tools beside generated ones. */
    static Path examples() {
        return target().resolve("examples.war");
    }

    /** The library that adds the integration {@code fixtures} to a WAR. */
    static Path fixtures() {
        return target().resolve("fixtures.jar");
    }

    /** An unpacked Tomcat, shared by all who start one. */
    static Path tomcatHome() {
        return path("acceptance.tomcat");
    }

    /** What the compiler reported about the demo's tools. */
    static Path report() {
        return path("acceptance.report");
    }

    /** The folder with the vendors' specifications. */
    static Path specs() {
        return path("acceptance.specs");
    }

    /** The folder with what clients are shown of each tool, as the compiler wrote it. */
    static Path definitions() {
        return path("acceptance.definitions");
    }

    /** The folder with facts about the vendors; it exists only where they were collected. */
    static Path facts() {
        return path("acceptance.facts");
    }

    /** The names that Affinity's tools have been published under, in alphabetical order. */
    static List<String> affinityTools() {
        return toolNames("affinity");
    }

    /** The names that a vendor's tools are known by, in alphabetical order. */
    static List<String> toolNames(String integration) {
        return lines("/tool-names.txt")
                .filter(line -> line.startsWith(integration + " "))
                .map(line -> line.substring(line.indexOf(' ') + 1))
                .toList();
    }

    /** The lines of a resource of these tests. */
    static Stream<String> lines(String resource) {
        try (InputStream text = Objects.requireNonNull(Artifacts.class.getResourceAsStream(resource), resource)) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8).lines();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path path(String property) {
        String value = System.getProperty(property);
        if (value == null) {
            throw new IllegalStateException(property + " is not set. Run these tests with Maven: verify.");
        }
        return Path.of(value).normalize();
    }
}
