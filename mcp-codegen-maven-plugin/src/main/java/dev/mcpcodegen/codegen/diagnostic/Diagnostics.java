package dev.mcpcodegen.codegen.diagnostic;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** Collects the findings of one build in the order they were made; the same finding is kept once. Not thread-safe. */
public final class Diagnostics {

    private final Set<Diagnostic> collected = new LinkedHashSet<>();

    /** Scope that reports at one place. */
    public DiagnosticScope at(SourceLocation location) {
        return new DiagnosticScope(this, () -> location);
    }

    /** Scope whose place is worked out only when there is something to report. */
    public DiagnosticScope at(Supplier<SourceLocation> location) {
        return new DiagnosticScope(this, location);
    }

    /** Adds a finding made elsewhere. */
    public void add(Diagnostic diagnostic) {
        collected.add(diagnostic);
    }

    /** Whether the pipeline has to stop. */
    public boolean hasErrors() {
        return count(Severity.ERROR) > 0;
    }

    /** Number of findings of one severity. */
    public int count(Severity severity) {
        return (int) collected.stream().filter(d -> d.severity() == severity).count();
    }

    /** All findings in the order they were made. */
    public List<Diagnostic> all() {
        return List.copyOf(collected);
    }
}
