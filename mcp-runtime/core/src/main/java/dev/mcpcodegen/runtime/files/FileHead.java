package dev.mcpcodegen.runtime.files;

import org.jspecify.annotations.Nullable;

/**
 * What a vendor says of a file before its bytes.
 *
 * @param filename a safe name; null when the vendor tells none
 * @param mediaType type and subtype, and parameters if there are any
 * @param length bytes as they travel; negative when not known
 * @param encoding a compression that the bytes are in (RFC 9110, section 8.4); null for none
 */
public record FileHead(
        @Nullable String filename,
        String mediaType,
        long length,
        @Nullable String encoding) {}
