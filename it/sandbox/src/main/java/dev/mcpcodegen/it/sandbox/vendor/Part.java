package dev.mcpcodegen.it.sandbox.vendor;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** One part of a multipart body (RFC 7578). */
public final class Part {

    private final String name;
    private final @Nullable String fileName;
    private final @Nullable String mediaType;
    private final byte[] content;

    /** Makes a part; the content is copied. */
    public Part(String name, @Nullable String fileName, @Nullable String mediaType, byte[] content) {
        this.name = name;
        this.fileName = fileName;
        this.mediaType = mediaType;
        this.content = content.clone();
    }

    /** Returns the name of the form field. */
    public String name() {
        return name;
    }

    /** Returns the file name, null for a plain field. */
    public @Nullable String fileName() {
        return fileName;
    }

    /** Returns the part's Content-Type as it was sent, null when it had none. */
    public @Nullable String mediaType() {
        return mediaType;
    }

    /** Returns a copy of the bytes. */
    public byte[] content() {
        return content.clone();
    }

    /** Returns the number of bytes. */
    public int size() {
        return content.length;
    }

    /** Returns the content read as UTF-8. */
    public String text() {
        return new String(content, StandardCharsets.UTF_8);
    }

    /** Returns the SHA-256 of the content in lower-case hex. */
    public String sha256() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
