package dev.mcpcodegen.codegen.diagnostic;

import java.util.Optional;
import java.util.function.Supplier;

/** Reports findings at one place, so that a reader never builds location text by hand. */
public final class DiagnosticScope {

    private final Diagnostics diagnostics;
    private final Supplier<SourceLocation> location;

    DiagnosticScope(Diagnostics diagnostics, Supplier<SourceLocation> location) {
        this.diagnostics = diagnostics;
        this.location = location;
    }

    /** Where this scope reports. */
    public SourceLocation location() {
        return location.get();
    }

    /** Reports what makes the input useless. */
    public void error(String message, String cure) {
        tell(Severity.ERROR, message, cure);
    }

    /** Reports what is probably not meant. */
    public void warning(String message, String cure) {
        tell(Severity.WARNING, message, cure);
    }

    /** Reports what a user may want to know. */
    public void info(String message, String cure) {
        tell(Severity.INFO, message, cure);
    }

    /** Does work on what stands here; a mistake of ours in it is reported as one, and ends nothing else. */
    public <T> Optional<T> guarded(Supplier<T> work) {
        try {
            return Optional.of(work.get());
        } catch (RuntimeException e) {
            GeneratorFault.report(this, e);
            return Optional.empty();
        }
    }

    /** Reports with a severity that depends on whose fault it is. */
    public void tell(Severity severity, String message, String cure) {
        diagnostics.add(new Diagnostic(severity, location(), message, cure));
    }
}
