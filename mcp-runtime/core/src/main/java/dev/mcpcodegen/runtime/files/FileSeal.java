package dev.mcpcodegen.runtime.files;

import dev.mcpcodegen.runtime.access.Subkey;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals what stands in a link: nobody else can make one, change one or read one (AES-256-GCM, NIST SP 800-38D, with a random nonce). The key
 * is derived from a configured secret, so that nodes with the same configuration open each other's links. Thread-safe.
 */
public final class FileSeal {

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int SHORTEST = NONCE_BYTES + TAG_BITS / Byte.SIZE;

    private final SecretKeySpec key;
    private final SecureRandom random = new SecureRandom();

    private FileSeal(SecretKeySpec key) {
        this.key = key;
    }

    /** Derives the key. */
    public static FileSeal derive(String secret) {
        return new FileSeal(new SecretKeySpec(Subkey.derive(secret, "dev.mcpcodegen file link"), "AES"));
    }

    /** Returns text that stands in a URL as it is. */
    String seal(byte[] content) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] secret = cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(content);
            byte[] sealed = Arrays.copyOf(nonce, nonce.length + secret.length);
            System.arraycopy(secret, 0, sealed, nonce.length, secret.length);
            return text(sealed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + CIPHER, e);
        }
    }

    /** Returns what was sealed; empty when it was not sealed with this key. */
    Optional<byte[]> open(String sealed) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(sealed);
            // The decoder forgives unused bits; a link is one text and no other.
            if (bytes.length < SHORTEST || !text(bytes).equals(sealed)) {
                return Optional.empty();
            }
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(bytes, NONCE_BYTES));
            return Optional.of(cipher.doFinal(bytes, NONCE_BYTES, bytes.length - NONCE_BYTES));
        } catch (IllegalArgumentException | AEADBadTagException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + CIPHER, e);
        }
    }

    private static String text(byte[] sealed) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    }

    private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }

    @Override
    public String toString() {
        return "FileSeal[***]";
    }
}
