package dev.mcpcodegen.codegen.spec.read;

/** Counts what a file unfolds to, so that a small file cannot become a large tree. */
final class ReadBudget {

    /** What aliases may add to a document of any length. */
    private static final int MAX_EXPANSION = 200_000;

    private final int maxDepth;
    private final long maxNodes;
    private final long maxCharacters;
    private long nodes;
    private long characters;

    /** A text without aliases has fewer values than characters, so that what is beyond its length comes from aliases. */
    ReadBudget(ReadLimits limits, int textLength) {
        this.maxDepth = limits.maxDepth();
        this.maxNodes = Math.min(limits.maxNodes(), (long) textLength + MAX_EXPANSION);
        this.maxCharacters = 2L * textLength + MAX_EXPANSION;
    }

    void spend(int line, int depth, int textLength) throws UnreadableException {
        if (depth > maxDepth) {
            throw new UnreadableException(line, "Nested deeper than " + maxDepth + " levels.", "Flatten the document.");
        }
        characters += textLength;
        if (++nodes > maxNodes || characters > maxCharacters) {
            throw new UnreadableException(
                    line,
                    "The document unfolds to more than " + maxNodes + " values or " + maxCharacters + " characters.",
                    "Split it, or use fewer YAML aliases.");
        }
    }
}
