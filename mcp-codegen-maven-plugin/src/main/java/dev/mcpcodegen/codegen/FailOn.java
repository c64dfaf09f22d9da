package dev.mcpcodegen.codegen;

import dev.mcpcodegen.codegen.diagnostic.Diagnostics;
import dev.mcpcodegen.codegen.diagnostic.Severity;

/** What makes a run fail. */
public enum FailOn {
    /** An error in any integration. */
    ERROR,
    /** A warning, too. */
    WARNING,
    /** Nothing that is found in a specification: an integration that has errors is left out, and the others are generated. */
    NEVER;

    /** Whether what was found makes the run fail. */
    public boolean isMetBy(Diagnostics diagnostics) {
        return switch (this) {
            case NEVER -> false;
            case ERROR -> diagnostics.hasErrors();
            case WARNING -> diagnostics.hasErrors() || diagnostics.count(Severity.WARNING) > 0;
        };
    }
}
