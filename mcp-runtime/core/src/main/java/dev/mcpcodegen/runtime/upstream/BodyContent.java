package dev.mcpcodegen.runtime.upstream;

/** An encoded request body with its media type. */
final class BodyContent {

    private final String mediaType;
    private final byte[] bytes;

    BodyContent(String mediaType, byte[] bytes) {
        this.mediaType = mediaType;
        this.bytes = bytes;
    }

    String mediaType() {
        return mediaType;
    }

    byte[] bytes() {
        return bytes;
    }
}
