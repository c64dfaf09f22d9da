package dev.mcpcodegen.codegen.diagnostic;

/**
 * One finding.
 *
 * @param message what is wrong
 * @param cure what to do about it; empty when there is nothing to do
 */
public record Diagnostic(Severity severity, SourceLocation location, String message, String cure) {}
