package dev.mcpcodegen.runtime.upstream;

import dev.mcpcodegen.runtime.tool.DerivedValue;
import dev.mcpcodegen.runtime.tool.DerivedValue.Encoding;
import dev.mcpcodegen.runtime.tool.DerivedValue.Function;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Works out moments, random values, hashes and MACs for logins. */
final class Derivation {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int NONCE_BYTES = 16;

    private Derivation() {}

    /**
     * Returns a value.
     *
     * @param fill puts everything in its place in a template
     */
    static String of(@Nullable DerivedValue value, UnaryOperator<String> fill, Instant now) {
        if (value == null) {
            throw new IllegalArgumentException("A login asks for a value that is neither given nor derived");
        }
        return switch (value.function()) {
            case NOW -> moment(value.of(), now);
            case NONCE -> encoded(nonce(), value.encoding());
            case TEXT -> encoded(utf8(fill.apply(value.of())), value.encoding());
            default ->
                encoded(
                        value.key() == null
                                ? hash(value.function(), utf8(fill.apply(value.of())))
                                : mac(value.function(), utf8(fill.apply(value.key())), utf8(fill.apply(value.of()))),
                        value.encoding());
        };
    }

    private static String moment(String pattern, Instant now) {
        return switch (pattern) {
            case "epochSeconds" -> String.valueOf(now.getEpochSecond());
            case "epochMillis" -> String.valueOf(now.toEpochMilli());
            default ->
                DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH)
                        .withZone(ZoneOffset.UTC)
                        .format(now);
        };
    }

    private static byte[] nonce() {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        return nonce;
    }

    private static byte[] hash(Function function, byte[] text) {
        String algorithm = switch (function) {
            case MD5 -> "MD5";
            case SHA1 -> "SHA-1";
            case SHA256 -> "SHA-256";
            case SHA384 -> "SHA-384";
            case SHA512 -> "SHA-512";
            default -> throw new IllegalArgumentException(function + " needs a key");
        };
        try {
            return MessageDigest.getInstance(algorithm).digest(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java platform has no " + algorithm, e);
        }
    }

    private static byte[] mac(Function function, byte[] key, byte[] text) {
        String algorithm = "Hmac" + function.name().substring("HMAC_".length());
        try {
            Mac mac = Mac.getInstance(algorithm);
            // RFC 2104 pads a short key with zeros, but Java takes no empty one.
            mac.init(new SecretKeySpec(key.length == 0 ? new byte[1] : key, algorithm));
            return mac.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java platform has no " + algorithm, e);
        }
    }

    private static String encoded(byte[] bytes, Encoding encoding) {
        return switch (encoding) {
            case PLAIN -> new String(bytes, StandardCharsets.UTF_8);
            case HEX -> HexFormat.of().formatHex(bytes);
            case UPPER_HEX -> HexFormat.of().withUpperCase().formatHex(bytes);
            case BASE64 -> Base64.getEncoder().encodeToString(bytes);
            case BASE64_URL -> Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        };
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
