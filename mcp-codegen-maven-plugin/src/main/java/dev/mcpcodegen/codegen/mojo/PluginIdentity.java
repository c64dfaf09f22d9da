package dev.mcpcodegen.codegen.mojo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Tells one generator from another. A snapshot changes under one version, so its files say which one it is. */
final class PluginIdentity {

    private PluginIdentity() {}

    /**
     * Returns the version, for a snapshot with the sizes and times of its files.
     *
     * @param artifact the plugin's jar, or its classes within a reactor
     */
    static String of(String version, Path artifact) throws IOException {
        if (!version.endsWith("-SNAPSHOT")) {
            return version;
        }
        StringBuilder identity = new StringBuilder(version);
        for (Path file : files(artifact)) {
            identity.append('\n')
                    .append(artifact.relativize(file))
                    .append(' ')
                    .append(Files.size(file))
                    .append(' ')
                    .append(Files.getLastModifiedTime(file).toMillis());
        }
        return identity.toString();
    }

    private static List<Path> files(Path artifact) throws IOException {
        try (Stream<Path> files = Files.walk(artifact)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
