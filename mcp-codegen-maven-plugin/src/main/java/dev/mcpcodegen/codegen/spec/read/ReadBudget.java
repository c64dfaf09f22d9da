package dev.mcpcodegen.codegen.spec.read;

/** Counts what a file unfolds to, so that a small file cannot become a large tree. */
final class ReadBudget {

    private final ReadLimits limits;
    private int nodes;
    private long characters;

    ReadBudget(ReadLimits limits) {
        this.limits = limits;
    }

    void spend(int line, int depth, int textLength) throws UnreadableException {
        if (depth > limits.maxDepth()) {
            throw new UnreadableException(
                    line, "Nested deeper than " + limits.maxDepth() + " levels.", "Flatten the document.");
        }
        characters += textLength;
        if (++nodes > limits.maxNodes() || characters > 2L * limits.maxBytes()) {
            throw new UnreadableException(
                    line,
                    "The document unfolds to more than " + limits.maxNodes() + " values or " + 2L * limits.maxBytes()
                            + " characters.",
                    "Split it, or use fewer YAML aliases.");
        }
    }
}
