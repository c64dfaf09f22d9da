package dev.mcpcodegen.it.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles what was generated, with all warnings as errors. Arguments: the folder of sources, the folder for classes. */
public final class ToolCompilation {

    private ToolCompilation() {}

    public static void main(String[] arguments) throws IOException {
        List<Path> sources = Folders.files(Path.of(arguments[0]));
        Files.createDirectories(Path.of(arguments[1]));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<String> options = List.of("-Xlint:all", "-Werror", "-proc:none", "--release", "17", "-d", arguments[1]);
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            boolean compiled = compiler.getTask(
                            null, files, null, options, null, files.getJavaFileObjectsFromPaths(sources))
                    .call();
            if (!compiled) {
                throw new IllegalStateException("What was generated does not compile.");
            }
        }
    }
}
