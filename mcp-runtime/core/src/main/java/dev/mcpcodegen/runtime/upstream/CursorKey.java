package dev.mcpcodegen.runtime.upstream;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The secret that makes cursors unforgeable. Derived, so that nodes with the same configuration agree. */
public final class CursorKey {

    private final byte[] key;

    private CursorKey(byte[] key) {
        this.key = key;
    }

    /** Derives the key from a configured secret (HKDF-SHA256, RFC 5869, with an empty salt and one block). */
    public static CursorKey derive(String secret) {
        byte[] prk = hmac(new byte[32], secret.getBytes(StandardCharsets.UTF_8));
        return new CursorKey(hmac(prk, "dev.mcpcodegen cursor\u0001".getBytes(StandardCharsets.UTF_8)));
    }

    byte[] sign(byte[] message) {
        return hmac(key, message);
    }

    private static byte[] hmac(byte[] key, byte[] message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HmacSHA256", e);
        }
    }

    @Override
    public String toString() {
        return "CursorKey[***]";
    }
}
