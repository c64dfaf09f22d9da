package dev.mcpcodegen.codegen.spec.read;

/**
 * Bounds on one file.
 *
 * @param maxBytes size of the file
 * @param maxDepth nesting of objects and arrays
 * @param maxCollectionAliases YAML aliases that stand for an object or array
 * @param maxNodes objects, arrays and scalars once aliases are expanded
 */
public record ReadLimits(int maxBytes, int maxDepth, int maxCollectionAliases, int maxNodes) {

    /** 32 MB, 100 levels, 50 aliases, 4 million nodes. */
    public static ReadLimits defaults() {
        return new ReadLimits(32 * 1024 * 1024, 100, 50, 4_000_000);
    }
}
