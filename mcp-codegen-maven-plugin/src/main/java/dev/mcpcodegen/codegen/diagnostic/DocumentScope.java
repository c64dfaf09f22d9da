package dev.mcpcodegen.codegen.diagnostic;

/** Reports at places of one document. */
@FunctionalInterface
public interface DocumentScope {

    /** Returns where to report what stands at a JSON Pointer (RFC 6901) of the document. */
    DiagnosticScope at(String pointer);
}
