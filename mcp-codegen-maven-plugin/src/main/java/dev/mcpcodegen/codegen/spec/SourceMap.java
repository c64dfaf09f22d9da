package dev.mcpcodegen.codegen.spec;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mcpcodegen.codegen.diagnostic.SourceLocation;
import dev.mcpcodegen.codegen.spec.tree.Origins;

/** From a place in the bundled document to where a person wrote it: vendor's file, overlay or documentation record. */
public final class SourceMap {

    private final ObjectNode tree;
    private final Origins origins;
    private final String file;

    SourceMap(ObjectNode tree, Origins origins, String file) {
        this.tree = tree;
        this.origins = origins;
        this.file = file;
    }

    /** Map of a tree that was not read from a file: knows nothing but the file's name. */
    public static SourceMap unmarked(ObjectNode tree, String file) {
        return new SourceMap(tree, new Origins(), file);
    }

    /** Place of what a JSON Pointer names, or of its nearest ancestor that was written anywhere. */
    public SourceLocation locate(String pointer) {
        SourceLocation location = origins.locate(tree, pointer);
        return location == null ? new SourceLocation(file, pointer, 0) : location;
    }
}
