package dev.mcpcodegen.runtime.tool;

import org.jspecify.annotations.Nullable;

/**
 * A value of a login that is worked out anew for each request, such as its moment or its signature.
 *
 * @param function what is worked out
 * @param of a template of what it is worked out from; for {@link Function#NOW} the pattern of the moment in UTC, as
 *     {@link java.time.format.DateTimeFormatter} reads it, or {@code epochSeconds} or {@code epochMillis}
 * @param key a template of the key of a MAC; null for all others
 * @param encoding how bytes are written as text
 */
public record DerivedValue(
        Function function, String of, @Nullable String key, Encoding encoding) {

    /** What can be worked out. */
    public enum Function {
        /** The moment of the request. */
        NOW,
        /** A random value that comes once only. */
        NONCE,
        /** The text itself, which an encoding may wrap. */
        TEXT,
        MD5,
        SHA1,
        SHA256,
        SHA384,
        SHA512,
        HMAC_MD5,
        HMAC_SHA1,
        HMAC_SHA256,
        HMAC_SHA384,
        HMAC_SHA512;

        /** Whether a key is needed (RFC 2104). */
        public boolean isKeyed() {
            return name().startsWith("HMAC_");
        }
    }

    /** How bytes become text. */
    public enum Encoding {
        /** As they are; for {@link Function#TEXT}. */
        PLAIN,
        /** Hexadecimal digits in lower case. */
        HEX,
        UPPER_HEX,
        BASE64,
        /** Base64 for URLs, without padding. */
        BASE64_URL
    }

    /** The moment of the request in UTC, in a pattern, or as {@code epochSeconds} or {@code epochMillis}. */
    public static DerivedValue now(String pattern) {
        return new DerivedValue(Function.NOW, pattern, null, Encoding.PLAIN);
    }

    /** A random value. */
    public static DerivedValue nonce() {
        return new DerivedValue(Function.NONCE, "", null, Encoding.HEX);
    }

    /** A text or a hash of it. */
    public static DerivedValue of(Function function, String template, Encoding encoding) {
        return new DerivedValue(function, template, null, encoding);
    }

    /** A MAC of a text. */
    public static DerivedValue mac(Function function, String template, String key, Encoding encoding) {
        return new DerivedValue(function, template, key, encoding);
    }
}
