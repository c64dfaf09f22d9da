package dev.mcpcodegen.it.acceptance;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

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

    /** The folder with facts about the vendors; it exists only where they were collected. */
    static Path facts() {
        return path("acceptance.facts");
    }

    /** The names that Affinity's tools have been published under, in alphabetical order. */
    static List<String> affinityTools() {
        return tools("affinity");
    }

    /** The names that a vendor's tools have been published under, in alphabetical order. */
    static List<String> tools(String vendor) {
        String file = "/" + vendor + "-tools.txt";
        try (InputStream names = Objects.requireNonNull(Artifacts.class.getResourceAsStream(file), file)) {
            return new String(names.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
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
