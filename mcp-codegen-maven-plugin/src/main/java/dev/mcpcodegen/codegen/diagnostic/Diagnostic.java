package dev.mcpcodegen.codegen.diagnostic;

/**
 * One finding.
 *
 * @param message what is wrong
 * @param cure what to do about it; empty when there is nothing to do
 */
public record Diagnostic(Severity severity, SourceLocation location, String message, String cure) {

    private static final String INDENT = "\n        ";

    /** Whether it stops the build. */
    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** Place, message and cure on lines of their own, as people read them in a build's log. */
    @Override
    public String toString() {
        return location + INDENT + message + (cure.isEmpty() ? "" : INDENT + cure);
    }
}
