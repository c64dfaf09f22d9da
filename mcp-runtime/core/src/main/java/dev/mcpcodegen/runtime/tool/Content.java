package dev.mcpcodegen.runtime.tool;

/** A block of a tool result (MCP, ContentBlock). */
public sealed interface Content {

    /** Text for the model. */
    record Text(String text) implements Content {}

    /** A picture, base64. */
    record Image(String data, String mimeType) implements Content {}

    /** A sound, base64. */
    record Audio(String data, String mimeType) implements Content {}

    /** A file by reference. */
    record ResourceLink(String uri, String name, String mimeType) implements Content {}

    /** A small text file within the result. */
    record TextResource(String uri, String mimeType, String text) implements Content {}

    /** A small binary file within the result, base64. */
    record BlobResource(String uri, String mimeType, String blob) implements Content {}
}
