package dev.mcpcodegen.runtime.tool;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Percent-encoding (RFC 3986, section 2): everything but unreserved characters. */
final class PercentEncoding {

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    /** What a query may hold (RFC 3986, section 3.4) without the characters at which servers split or rewrite it. */
    private static final String RESERVED_IN_QUERY = ":/?@!$'()*,=";

    private PercentEncoding() {}

    static String encode(String text) {
        return encode(text, "");
    }

    /** Encodes a value of a query that may hold reserved characters, except those that would end it or begin another parameter. */
    static String encodeReserved(String text) {
        return encode(text, RESERVED_IN_QUERY);
    }

    private static String encode(String text, String kept) {
        StringBuilder encoded = new StringBuilder(text.length() + 16);
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            if (isUnreserved(b) || kept.indexOf(b) >= 0) {
                encoded.append((char) b);
            } else {
                HEX.toHexDigits(encoded.append('%'), b);
            }
        }
        return encoded.toString();
    }

    /**
     * Encodes a value for one path segment.
     *
     * @throws InvalidArgumentException if the value is empty, holds control characters, or could leave its segment however often a
     *     server between here and the vendor decodes it
     */
    static String segment(String argument, String value) {
        if (value.isEmpty()) {
            throw new InvalidArgumentException(argument, "\"" + argument + "\" must not be empty.");
        }
        refuseTraversal(argument, value);
        return encode(value);
    }

    /**
     * Checks a value, or a path that holds it, however often it will be decoded.
     *
     * @throws InvalidArgumentException if it holds control characters or dot segments
     */
    static void refuseTraversal(String argument, String text) {
        String decoded = text;
        for (String previous = ""; !previous.equals(decoded); ) {
            refuseUnsafe(argument, decoded);
            previous = decoded;
            decoded = decodeOnce(decoded);
        }
    }

    private static void refuseUnsafe(String argument, String decoded) {
        if (decoded.chars().anyMatch(Character::isISOControl)) {
            throw new InvalidArgumentException(argument, "\"" + argument + "\" must not hold control characters.");
        }
        int start = 0;
        for (int i = 0; i <= decoded.length(); i++) {
            if (i == decoded.length() || decoded.charAt(i) == '/' || decoded.charAt(i) == '\\') {
                refuseDots(argument, decoded.substring(start, i));
                start = i + 1;
            }
        }
    }

    private static void refuseDots(String argument, String part) {
        int parameters = part.indexOf(';');
        String name = parameters < 0 ? part : part.substring(0, parameters);
        if (name.equals(".") || name.equals("..")) {
            throw new InvalidArgumentException(
                    argument,
                    "\"" + argument + "\" must be a plain identifier; \".\" and \"..\" are not allowed in it.");
        }
    }

    private static String decodeOnce(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        byte[] decoded = new byte[bytes.length];
        int length = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '%'
                    && i + 2 < bytes.length
                    && HexFormat.isHexDigit(bytes[i + 1])
                    && HexFormat.isHexDigit(bytes[i + 2])) {
                decoded[length++] =
                        (byte) (HexFormat.fromHexDigit(bytes[i + 1]) << 4 | HexFormat.fromHexDigit(bytes[i + 2]));
                i += 2;
            } else {
                decoded[length++] = bytes[i];
            }
        }
        return new String(decoded, 0, length, StandardCharsets.UTF_8);
    }

    private static boolean isUnreserved(byte b) {
        return (b >= 'a' && b <= 'z')
                || (b >= 'A' && b <= 'Z')
                || (b >= '0' && b <= '9')
                || b == '-'
                || b == '.'
                || b == '_'
                || b == '~';
    }
}
