package dev.mcpcodegen.codegen.derive;

/**
 * What a project may decide about derivation.
 *
 * @param requireDocs how well an operation must be documented to become a tool
 * @param includeDeprecated whether deprecated operations become tools
 * @param naming after what tools are named
 */
public record DerivationOptions(DocumentationLevel requireDocs, boolean includeDeprecated, Naming naming) {

    /** What applies when nothing is configured. */
    public static final DerivationOptions DEFAULT = new DerivationOptions(DocumentationLevel.TOOL, true);

    /** Options of a project that names tools after resources. */
    public DerivationOptions(DocumentationLevel requireDocs, boolean includeDeprecated) {
        this(requireDocs, includeDeprecated, Naming.RESOURCE);
    }

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

    /** After what tools are named. */
    public enum Naming {
        /** What is done to which resource: {@code list_all_acme_persons}. */
        RESOURCE,
        /** The vendor's operation ids; operations without one are named after their resource. */
        OPERATION_ID
    }
}
