package dev.mcpcodegen.codegen.model;

/**
 * What comes back on success.
 *
 * @param kind what sort of answer
 * @param type the result; for a paged list one item
 * @param path JSON Pointer of the part that is the result; empty for the whole answer
 * @param followRedirect whether one redirect to a storage host is followed
 */
public record ResponseModel(Kind kind, TypeModel type, String path, boolean followRedirect) {

    /** Sorts of answers. */
    public enum Kind {
        JSON,
        FILE,
        NOTHING
    }
}
