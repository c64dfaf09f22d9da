package dev.mcpcodegen.runtime.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Keys for single purposes out of one configured secret, the same on all nodes that have the secret. */
public final class Subkey {

    private static final String HMAC = "HmacSHA256";
    private static final int HASH_BYTES = 32;

    private Subkey() {}

    /** Returns 32 bytes (HKDF-SHA256, RFC 5869, with an empty salt and one block). */
    public static byte[] derive(String secret, String purpose) {
        byte[] prk = hmac(new byte[HASH_BYTES], secret.getBytes(StandardCharsets.UTF_8));
        return hmac(prk, (purpose + "\u0001").getBytes(StandardCharsets.UTF_8));
    }

    /** Returns the HMAC-SHA256 of a message (RFC 2104). */
    public static byte[] hmac(byte[] key, byte[] message) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + HMAC, e);
        }
    }
}
