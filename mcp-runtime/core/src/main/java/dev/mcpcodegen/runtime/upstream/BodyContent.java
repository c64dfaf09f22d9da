package dev.mcpcodegen.runtime.upstream;

import dev.mcpcodegen.runtime.files.FileSource;
import org.jspecify.annotations.Nullable;

/** An encoded request body with its media type: bytes, or bytes around a file that comes while it is sent. */
final class BodyContent {

    private final String mediaType;
    private final byte[] bytes;
    private final @Nullable FileSource file;
    private final byte[] end;

    BodyContent(String mediaType, byte[] bytes) {
        this(mediaType, bytes, null, new byte[0]);
    }

    /** A body that goes on with a file, and ends with {@code end}. */
    BodyContent(String mediaType, byte[] bytes, @Nullable FileSource file, byte[] end) {
        this.mediaType = mediaType;
        this.bytes = bytes;
        this.file = file;
        this.end = end;
    }

    String mediaType() {
        return mediaType;
    }

    /** What is known of the body before it is sent: all of it, or what stands before the file. */
    byte[] bytes() {
        return bytes;
    }

    /** The file within; null when the body is complete. */
    @Nullable
    FileSource file() {
        return file;
    }

    /** What stands after the file. */
    byte[] end() {
        return end;
    }

    /** How many bytes it has; negative when the file does not tell. */
    long length() {
        if (file == null) {
            return bytes.length;
        }
        return file.length() < 0 ? -1 : bytes.length + file.length() + end.length;
    }
}
