package dev.mcpcodegen.codegen.derive;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Six characters that depend on a text and nothing else, to tell names apart. */
final class ShortHash {

    private static final int LENGTH = 6;

    private ShortHash() {}

    /** Ends a name in the hash of what it stands for; the whole is no longer than {@code maxLength}. */
    static String append(String name, String key, int maxLength) {
        int room = maxLength - LENGTH - 1;
        String start = name.length() <= room ? name : name.substring(0, room);
        return start + "_" + of(key);
    }

    private static String of(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
