package dev.mcpcodegen.codegen.emit;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * Reads every printed file as a compiler does and compares it with what was meant: types, members, annotations, string literals. Text that
 * got out of a comment or a literal shows as something that nobody meant. The second line behind {@link Javadocs} and {@link Literals}.
 */
final class EmissionGuard {

    /**
     * @throws IllegalStateException naming the files that differ and what differs
     */
    void check(Collection<SourceFile> files) {
        List<String> faults = new ArrayList<>();
        Map<URI, SourceFile> byUri = new HashMap<>();
        List<JavaFileObject> sources = new ArrayList<>();
        for (SourceFile file : files) {
            Source source = new Source(file);
            if (byUri.put(source.toUri(), file) != null) {
                faults.add(file.path() + ": printed twice");
            }
            sources.add(source);
        }
        for (CompilationUnitTree unit : parse(sources, faults)) {
            SourceFile file =
                    Objects.requireNonNull(byUri.get(unit.getSourceFile().toUri()));
            Structure.difference(Structure.meant(file), Structure.found(unit))
                    .ifPresent(difference -> faults.add(file.path() + ": " + difference));
        }
        if (!faults.isEmpty()) {
            throw new IllegalStateException(
                    "Printed Java is not what was meant, so nothing is written:\n" + String.join("\n", faults));
        }
    }

    private static Iterable<? extends CompilationUnitTree> parse(List<JavaFileObject> sources, List<String> faults) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw new IllegalStateException("Maven runs on a JRE; generating tools needs a JDK.");
        }
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        JavacTask task = (JavacTask) compiler.getTask(null, null, diagnostics, List.of("-proc:none"), null, sources);
        try {
            Iterable<? extends CompilationUnitTree> units = task.parse();
            diagnostics.getDiagnostics().stream()
                    .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                    .forEach(error -> faults.add(error.toString()));
            return units;
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory", e);
        }
    }

    private static final class Source extends SimpleJavaFileObject {

        private final SourceFile file;

        Source(SourceFile file) {
            super(URI.create("mem:///" + file.path()), Kind.SOURCE);
            this.file = file;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return file.content();
        }
    }
}
