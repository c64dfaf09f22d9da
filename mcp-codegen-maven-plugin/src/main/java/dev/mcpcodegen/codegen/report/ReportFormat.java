package dev.mcpcodegen.codegen.report;

/** How a report is written. */
public enum ReportFormat {
    /** For a terminal. */
    TEXT,
    /** For a pull request. */
    MARKDOWN,
    /** For programs. */
    JSON
}
