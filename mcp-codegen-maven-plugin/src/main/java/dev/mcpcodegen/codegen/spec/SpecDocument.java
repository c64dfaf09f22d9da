package dev.mcpcodegen.codegen.spec;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;

/**
 * One integration's description, complete in itself.
 *
 * @param integration vendor part of its tools' names
 * @param tree the document: no reference leaves it, none points at nothing, overlays and records are applied
 * @param version format the vendor wrote it in
 * @param sources where each part was written
 * @param displayFile the vendor's own file as diagnostics name it
 * @param files all that was read, sorted
 */
public record SpecDocument(
        String integration,
        ObjectNode tree,
        SpecVersion version,
        SourceMap sources,
        String displayFile,
        List<Path> files) {}
