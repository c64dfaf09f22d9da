package dev.mcpcodegen.codegen.spec;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mcpcodegen.codegen.spec.normalise.LeftOut;
import java.nio.file.Path;
import java.util.List;

/**
 * One integration's description, complete in itself.
 *
 * @param integration vendor part of its tools' names
 * @param tree the document as OpenAPI 3: overlays and records are applied; a schema's reference never leaves it and points at
 *     something, another reference that cannot be followed is left as it stands
 * @param version format the vendor wrote it in
 * @param sources where each part was written
 * @param displayFile the vendor's own file as diagnostics name it; of several documents the first
 * @param files all that was read, sorted
 * @param leftOut operations of the vendor's documents that the tree does not have
 */
public record SpecDocument(
        String integration,
        ObjectNode tree,
        SpecVersion version,
        SourceMap sources,
        String displayFile,
        List<Path> files,
        List<LeftOut> leftOut) {}
