package dev.mcpcodegen.runtime.tool;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * A file that a caller passes within its arguments.
 *
 * @param filename the name to give to the vendor
 * @param mediaType such as {@code application/pdf}; {@code application/octet-stream} when not given
 * @param contentBase64 the bytes, standard base64 (RFC 4648, section 4)
 */
public record FileContent(
        @JsonProperty("filename") String filename,
        @JsonProperty("media_type") @Nullable String mediaType,
        @JsonProperty("content_base64") String contentBase64) {

    /**
     * Returns the decoded bytes.
     *
     * @throws InvalidArgumentException if the content is not base64
     */
    public byte[] bytes() {
        try {
            return Base64.getDecoder().decode(contentBase64);
        } catch (IllegalArgumentException e) {
            throw new InvalidArgumentException(
                    filename,
                    "content_base64 of the file \"" + filename
                            + "\" is not base64. Send the bytes in standard base64 without line breaks.");
        }
    }
}
