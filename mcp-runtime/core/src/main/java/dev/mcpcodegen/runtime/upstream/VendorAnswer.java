package dev.mcpcodegen.runtime.upstream;

import java.time.Instant;

/**
 * What a vendor answered, complete and decompressed.
 *
 * @param receivedAt when the last byte came, by our clock
 */
record VendorAnswer(int status, ResponseHeaders headers, byte[] body, Instant receivedAt) {

    boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    MediaType mediaType() {
        return MediaType.parse(headers.first("content-type"));
    }
}
