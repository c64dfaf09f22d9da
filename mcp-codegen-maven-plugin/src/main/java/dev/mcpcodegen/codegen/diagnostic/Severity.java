package dev.mcpcodegen.codegen.diagnostic;

/** How much a diagnostic matters: an error ends the pipeline after the step that found it. */
public enum Severity {
    ERROR,
    WARNING,
    INFO
}
