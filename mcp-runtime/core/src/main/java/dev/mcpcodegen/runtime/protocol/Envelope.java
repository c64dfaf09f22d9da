package dev.mcpcodegen.runtime.protocol;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The body of one POST. */
public sealed interface Envelope {

    /** The request, if the body is one and nothing else; null otherwise. */
    default @Nullable McpRequest request() {
        return this instanceof Single single && single.message() instanceof McpRequest request ? request : null;
    }

    /** One message, as in every revision. */
    record Single(McpMessage message) implements Envelope {}

    /** Several messages in an array, as revision 2025-03-26 allows. */
    record Batch(List<McpMessage> messages) implements Envelope {}
}
