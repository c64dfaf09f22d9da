package dev.mcpcodegen.it.sandbox.affino;

import dev.mcpcodegen.it.sandbox.vendor.RefusedException;
import dev.mcpcodegen.it.sandbox.vendor.VendorRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;

/**
 * The headers by which an API profile proves at a login that it knows its secret. Their names are documented, the
 * recipe is assumed: the digest of the body, and over it, key, secret and moment, the signature.
 */
final class LoginSignature {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private LoginSignature() {}

    /** Refuses a request that is not signed with the secret of the profile, or not now. */
    static void check(VendorRequest request, Clock clock) {
        String moment = required(request, "timestamp");
        String digest = required(request, "md5");
        if (!AffinoSandbox.API_KEY.equals(required(request, "apikey"))) {
            throw new RefusedException(401, "There is no API profile with this key.");
        }
        if (!digest.equals(hex("MD5", request.jsonText()))) {
            throw new RefusedException(401, "MD5 is not the digest of the body.");
        }
        String signed = AffinoSandbox.API_KEY + AffinoSandbox.API_SECRET + moment + digest;
        if (!hex("SHA-512", signed).equals(required(request, "signature"))) {
            throw new RefusedException(401, "The Signature is wrong.");
        }
        if (Duration.between(instant(moment), clock.instant()).abs().compareTo(TOLERANCE) > 0) {
            throw new RefusedException(401, "The TimeStamp is not now.");
        }
    }

    private static String required(VendorRequest request, String lowerCaseName) {
        String value = request.header(lowerCaseName);
        if (value == null) {
            throw new RefusedException(401, "The header " + lowerCaseName + " is missing.");
        }
        return value;
    }

    private static Instant instant(String moment) {
        try {
            return LocalDateTime.parse(moment, MOMENT).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw new RefusedException(401, "The TimeStamp is not in the form 2026-11-20 17:00:00.");
        }
    }

    static String hex(String algorithm, String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has " + algorithm, e);
        }
    }
}
