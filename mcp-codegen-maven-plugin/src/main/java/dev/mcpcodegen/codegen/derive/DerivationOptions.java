package dev.mcpcodegen.codegen.derive;

/**
 * What a project may decide about derivation.
 *
 * @param requireDocs how well an operation must be documented to become a tool
 * @param includeDeprecated whether deprecated operations become tools
 */
public record DerivationOptions(DocumentationLevel requireDocs, boolean includeDeprecated) {

    /** What applies when nothing is configured. */
    public static final DerivationOptions DEFAULT = new DerivationOptions(DocumentationLevel.TOOL, true);

    /** Levels of documentation, each including those before it. */
    public enum DocumentationLevel {
        /** Every operation becomes a tool. */
        OFF,
        /** A summary is enough. */
        SUMMARY,
        /** The tool has a description. */
        TOOL,
        /** So has each of its arguments. */
        ARGUMENTS
    }
}
