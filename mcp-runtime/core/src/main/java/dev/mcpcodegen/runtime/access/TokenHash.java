package dev.mcpcodegen.runtime.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The SHA-256 of a token: all that is kept of it. Tokens are long and random, so a plain hash is enough. */
final class TokenHash {

    private final byte[] hash;

    private TokenHash(byte[] hash) {
        this.hash = hash;
    }

    static TokenHash of(String token) {
        return new TokenHash(sha256().digest(token.getBytes(StandardCharsets.UTF_8)));
    }

    /** Takes 64 hexadecimal digits. */
    static TokenHash ofHex(String hex) {
        return new TokenHash(HexFormat.of().parseHex(hex));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    String hex() {
        return HexFormat.of().formatHex(hash);
    }

    /** Compares in constant time. */
    @Override
    public boolean equals(Object other) {
        return other instanceof TokenHash that && MessageDigest.isEqual(hash, that.hash);
    }

    /** Spreads by the first bytes, which say nothing about the token. */
    @Override
    public int hashCode() {
        return (hash[0] << 24) | ((hash[1] & 0xff) << 16) | ((hash[2] & 0xff) << 8) | (hash[3] & 0xff);
    }

    @Override
    public String toString() {
        return "***";
    }
}
