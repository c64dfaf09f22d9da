package dev.mcpcodegen.it.corpus.generated;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/**
 * What javac says of generated sources when every warning is an error.
 *
 * @param complaints one line each; empty when all is well
 */
public record Compilation(List<String> complaints, long millis) {

    private static final List<String> OPTIONS =
            List.of("-Xlint:all", "-Werror", "--release", "17", "-proc:none", "-parameters", "-Xmaxerrs", "1000");

    /** Compiles to the workspace's classes. */
    public static Compilation of(Workspace workspace) throws IOException {
        List<Path> sources;
        try (Stream<Path> files = Files.walk(workspace.java())) {
            sources = files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
        Files.createDirectories(workspace.classes());
        long start = System.nanoTime();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        boolean passed;
        try (StandardJavaFileManager files = compiler.getStandardFileManager(diagnostics, Locale.ROOT, null)) {
            files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(workspace.classes()));
            passed = compiler.getTask(
                            Writer.nullWriter(),
                            files,
                            diagnostics,
                            OPTIONS,
                            null,
                            files.getJavaFileObjectsFromPaths(sources))
                    .call();
        }
        long millis = (System.nanoTime() - start) / 1_000_000;
        List<String> complaints = diagnostics.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() != Diagnostic.Kind.NOTE)
                .map(diagnostic -> line(diagnostic, workspace))
                .toList();
        return new Compilation(passed || !complaints.isEmpty() ? complaints : List.of("javac fails silently"), millis);
    }

    private static String line(Diagnostic<? extends JavaFileObject> diagnostic, Workspace workspace) {
        String place = diagnostic.getSource() == null
                ? ""
                : workspace.java().toUri().relativize(diagnostic.getSource().toUri()) + ":" + diagnostic.getLineNumber()
                        + ": ";
        return place + diagnostic.getMessage(Locale.ROOT).replaceAll("\\s+", " ");
    }
}
