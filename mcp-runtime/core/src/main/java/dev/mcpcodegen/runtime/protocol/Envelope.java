package dev.mcpcodegen.runtime.protocol;

import java.util.List;

/** The body of one POST. */
public sealed interface Envelope {

    /** One message, as in every revision. */
    record Single(McpMessage message) implements Envelope {}

    /** Several messages in an array, as revision 2025-03-26 allows. */
    record Batch(List<McpMessage> messages) implements Envelope {}
}
