package dev.mcpcodegen.runtime.upstream;

import java.time.Instant;

/** What a vendor answered, complete and decompressed. */
final class VendorAnswer {

    private final int status;
    private final ResponseHeaders headers;
    private final byte[] body;
    private final Instant receivedAt;

    VendorAnswer(int status, ResponseHeaders headers, byte[] body, Instant receivedAt) {
        this.status = status;
        this.headers = headers;
        this.body = body;
        this.receivedAt = receivedAt;
    }

    int status() {
        return status;
    }

    ResponseHeaders headers() {
        return headers;
    }

    byte[] body() {
        return body;
    }

    /** When the last byte came, by our clock. */
    Instant receivedAt() {
        return receivedAt;
    }

    boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    MediaType mediaType() {
        return MediaType.parse(headers.first("content-type"));
    }
}
