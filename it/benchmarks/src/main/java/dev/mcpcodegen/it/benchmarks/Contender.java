package dev.mcpcodegen.it.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Something that is measured.
 *
 * @param name stands in the table
 * @param command starts it; for a JVM without the option that logs its heap
 * @param jvm whether it runs on a JVM, whose heap is measured
 * @param folder where it runs
 * @param leftovers what the previous run has made, deleted before each run
 * @param output its files, where it makes any
 * @param toolList sizes its answer to {@code tools/list}, where it has one
 */
record Contender(
        String name,
        List<String> command,
        boolean jvm,
        Path folder,
        List<Path> leftovers,
        Optional<Path> output,
        Optional<ToolListSizer> toolList) {

    /** Tells the size of a list of tools in words. */
    @FunctionalInterface
    interface ToolListSizer {

        String size() throws IOException, InterruptedException;
    }

    void clean() throws IOException {
        for (Path leftover : leftovers) {
            Folders.delete(leftover);
        }
    }
}
