package dev.mcpcodegen.codegen.emit;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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

    /** Enough for a compiler's own start not to count, few enough for several cores. */
    private static final int FILES_IN_A_BATCH = 250;

    /**
     * Checks the bytes that will be written.
     *
     * @throws IllegalStateException naming the files that differ and what differs
     */
    void check(List<SourceFile> files) {
        Set<String> paths = new HashSet<>();
        List<String> faults = new ArrayList<>();
        files.stream()
                .map(SourceFile::path)
                .filter(path -> !paths.add(path))
                .forEach(path -> faults.add(path + ": printed twice"));
        // A stream of its own: concatenated with that of the files, its few elements count for too little to be split.
        faults.addAll(batches(files).parallelStream()
                .flatMap(batch -> faults(batch).stream())
                .toList());
        if (!faults.isEmpty()) {
            throw new IllegalStateException(
                    "Printed Java is not what was meant, so nothing is written:\n" + String.join("\n", faults));
        }
    }

    private static List<List<SourceFile>> batches(List<SourceFile> files) {
        List<List<SourceFile>> batches = new ArrayList<>();
        for (int from = 0; from < files.size(); from += FILES_IN_A_BATCH) {
            batches.add(files.subList(from, Math.min(files.size(), from + FILES_IN_A_BATCH)));
        }
        return batches;
    }

    private static List<String> faults(List<SourceFile> files) {
        Map<URI, SourceFile> byUri = new LinkedHashMap<>();
        files.forEach(file -> byUri.put(Source.uri(file), file));
        List<String> faults = new ArrayList<>();
        List<Source> sources = byUri.values().stream().map(Source::new).toList();
        for (CompilationUnitTree unit : parse(sources, faults)) {
            SourceFile file =
                    Objects.requireNonNull(byUri.get(unit.getSourceFile().toUri()));
            Structure.difference(Structure.meant(file), Structure.found(unit))
                    .ifPresent(difference -> faults.add(file.path() + ": " + difference));
        }
        return faults;
    }

    private static Iterable<? extends CompilationUnitTree> parse(List<Source> sources, List<String> faults) {
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
            super(uri(file), Kind.SOURCE);
            this.file = file;
        }

        static URI uri(SourceFile file) {
            return URI.create("mem:///" + file.path());
        }

        /** What the file will hold: writing it replaces what UTF-8 cannot express. */
        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return new String(file.content().getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        }
    }
}
