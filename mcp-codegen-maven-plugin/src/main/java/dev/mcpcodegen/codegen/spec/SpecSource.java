package dev.mcpcodegen.codegen.spec;

import java.nio.file.Path;

/**
 * Where an integration's files are.
 *
 * @param integration vendor part of its tools' names
 * @param folder holds {@code openapi.yaml}, {@code *.overlay.yaml} and {@code docs/}
 * @param displayFolder the folder as diagnostics and generated files name it, such as {@code src/main/specs/affinity}
 */
public record SpecSource(String integration, Path folder, String displayFolder) {}
