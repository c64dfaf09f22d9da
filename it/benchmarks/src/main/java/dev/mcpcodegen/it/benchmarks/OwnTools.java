package dev.mcpcodegen.it.benchmarks;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What becomes of one folder of specifications: generated, compiled, loaded, each in a process with little memory.
 *
 * @param label begins the names in the table
 * @param specs holds the folder {@code vendor}
 * @param output where everything goes
 */
record OwnTools(String label, Path specs, Path output) {

    private static final String CLASS_PATH = System.getProperty("java.class.path");
    private static final String HEAP = "-Xmx768m";

    /** In the order in which they must run. */
    List<Contender> steps() {
        return List.of(generation(), compilation(), loading());
    }

    Contender generation() {
        return new Contender(
                label + ", " + HEAP,
                java(CLASS_PATH, OwnGeneration.class, specs.toString(), output.toString()),
                true,
                specs,
                List.of(output),
                Optional.of(output),
                Optional.of(() -> ToolLists.ofResources(output.resolve("resources"))));
    }

    private Contender compilation() {
        return new Contender(
                label + ", javac -Xlint:all -Werror, " + HEAP,
                java(
                        CLASS_PATH,
                        ToolCompilation.class,
                        output.resolve("sources").toString(),
                        classes().toString()),
                true,
                specs,
                List.of(classes()),
                Optional.of(classes()),
                Optional.empty());
    }

    private Contender loading() {
        Path outcome = classes().resolve("loaded.txt");
        String classPath = String.join(
                File.pathSeparator,
                CLASS_PATH,
                classes().toString(),
                output.resolve("resources").toString());
        return new Contender(
                label + ", loaded and listed, " + HEAP,
                java(classPath, ToolLoading.class, "com.example.mcp.vendor.VendorTools", outcome.toString()),
                true,
                specs,
                List.of(outcome),
                Optional.empty(),
                Optional.of(() -> Files.readString(outcome)));
    }

    private Path classes() {
        return output.resolveSibling(output.getFileName() + "-classes");
    }

    private static List<String> java(String classPath, Class<?> program, String first, String second) {
        String java = System.getProperty("java.home") + File.separator + "bin" + File.separator + "java";
        return List.of(java, HEAP, "-cp", classPath, program.getName(), first, second);
    }
}
