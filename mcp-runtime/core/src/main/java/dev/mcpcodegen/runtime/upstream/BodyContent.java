package dev.mcpcodegen.runtime.upstream;

/** An encoded request body with its media type. */
record BodyContent(String mediaType, byte[] bytes) {}
