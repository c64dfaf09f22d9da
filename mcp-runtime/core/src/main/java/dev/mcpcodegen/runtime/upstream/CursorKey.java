package dev.mcpcodegen.runtime.upstream;

import dev.mcpcodegen.runtime.access.Subkey;

/** The secret that makes cursors unforgeable. Derived, so that nodes with the same configuration agree. */
public final class CursorKey {

    private final byte[] key;

    private CursorKey(byte[] key) {
        this.key = key;
    }

    /** Derives the key from a configured secret. */
    public static CursorKey derive(String secret) {
        return new CursorKey(Subkey.derive(secret, "dev.mcpcodegen cursor"));
    }

    byte[] sign(byte[] message) {
        return Subkey.hmac(key, message);
    }

    @Override
    public String toString() {
        return "CursorKey[***]";
    }
}
