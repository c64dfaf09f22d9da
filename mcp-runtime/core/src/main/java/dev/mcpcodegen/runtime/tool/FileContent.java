package dev.mcpcodegen.runtime.tool;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * A file that a caller passes within its arguments: its bytes, where this server finds them, or neither, which asks for a URL that takes
 * them.
 *
 * @param filename the name to give to the vendor; only left out where {@code resourceUri} tells one
 * @param mediaType such as {@code application/pdf}; {@code application/octet-stream} when not given
 * @param contentBase64 the bytes, standard base64 (RFC 4648, section 4)
 * @param resourceUri a file that this server has linked to
 */
public record FileContent(
        @JsonProperty("filename") @Nullable String filename,
        @JsonProperty("media_type") @Nullable String mediaType,
        @JsonProperty("content_base64") @Nullable String contentBase64,
        @JsonProperty("resource_uri") @Nullable String resourceUri) {

    /** The most bytes that travel within arguments. */
    public static final int MAX_INLINE_BYTES = 2 * 1024 * 1024;

    private static final int MAX_INLINE_CHARACTERS = (MAX_INLINE_BYTES + 2) / 3 * 4;

    @JsonCreator
    public FileContent {}

    /** A file that travels within the arguments. */
    public FileContent(String filename, @Nullable String mediaType, String contentBase64) {
        this(filename, mediaType, contentBase64, null);
    }

    /** Whether the bytes are here. */
    public boolean isInline() {
        return contentBase64 != null;
    }

    /** Returns the name, or another where there is none. */
    public String filenameOr(String other) {
        return filename == null || filename.isEmpty() ? other : filename;
    }

    /**
     * Returns the decoded bytes.
     *
     * @throws InvalidArgumentException if there are none, too many, or the content is not base64
     */
    public byte[] bytes() {
        String name = filenameOr("file");
        if (contentBase64 == null) {
            throw new InvalidArgumentException(name, "The file \"" + name + "\" has no content_base64.");
        }
        if (contentBase64.length() > MAX_INLINE_CHARACTERS) {
            throw new InvalidArgumentException(
                    name,
                    "The file \"" + name + "\" is larger than " + MAX_INLINE_BYTES / (1024 * 1024)
                            + " MB, the most that content_base64 may hold. Call again without content_base64: the answer is"
                            + " a URL that takes the bytes.");
        }
        try {
            return Base64.getDecoder().decode(contentBase64);
        } catch (IllegalArgumentException e) {
            throw new InvalidArgumentException(
                    name,
                    "content_base64 of the file \"" + name
                            + "\" is not base64. Send the bytes in standard base64 without line breaks.");
        }
    }
}
