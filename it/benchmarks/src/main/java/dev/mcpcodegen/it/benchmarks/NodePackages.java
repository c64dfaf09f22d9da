package dev.mcpcodegen.it.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Packages of the registry that this machine's npm is configured with, in a folder of their own. */
final class NodePackages {

    private final Path folder;

    private NodePackages(Path folder) {
        this.folder = folder;
    }

    /** Returns nothing where Node or npm is absent. */
    static Optional<NodePackages> find(Path folder) throws InterruptedException {
        try {
            run(List.of("node", "--version"));
            run(List.of("npm", "--version"));
            return Optional.of(new NodePackages(folder));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /**
     * Returns the folder of a package, which is fetched the first time; none of its scripts run.
     *
     * @param specifier name and version, as npm takes them
     */
    Path install(String specifier) throws IOException, InterruptedException {
        Path installed = folder.resolve("node_modules").resolve(specifier.substring(0, specifier.lastIndexOf('@')));
        if (!Files.isDirectory(installed)) {
            Files.createDirectories(folder);
            run(List.of(
                    "npm",
                    "install",
                    "--prefix",
                    folder.toString(),
                    "--ignore-scripts",
                    "--no-audit",
                    "--no-fund",
                    specifier));
        }
        return installed;
    }

    /**
     * Returns what a command prints.
     *
     * @throws IOException if there is no such command or it fails
     */
    static String run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + " failed: " + printed);
        }
        return printed.strip();
    }
}
