package dev.mcpcodegen.runtime.protocol;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Reads a request header that mirrors a part of the body (MCP 2026-07-28, Streamable HTTP, "Request Metadata"). */
public final class HeaderValue {

    private static final String PREFIX = "=?base64?";
    private static final String SUFFIX = "?=";

    private HeaderValue() {}

    /**
     * Returns the header's one value without surrounding blanks (RFC 9110, section 5.5).
     *
     * @throws MalformedHeaderException if the header is repeated or holds bytes that no field value has
     */
    static Optional<String> single(RequestHeaders headers, String name) throws MalformedHeaderException {
        List<String> values = headers.values(name);
        if (values.isEmpty()) {
            return Optional.empty();
        }
        if (values.size() > 1) {
            throw new MalformedHeaderException(name + " is given more than once");
        }
        String value = values.get(0);
        if (!value.chars().allMatch(c -> c == '\t' || (c >= ' ' && c <= '~'))) {
            throw new MalformedHeaderException(name + " holds characters outside of visible ASCII");
        }
        return Optional.of(trim(value));
    }

    /**
     * Like {@link #single}, with the base64 form {@code =?base64?...?=} decoded. Anything that only resembles that form is literal.
     *
     * @throws MalformedHeaderException also if the base64 is not canonical or the bytes are not UTF-8
     */
    public static Optional<String> decoded(RequestHeaders headers, String name) throws MalformedHeaderException {
        Optional<String> value = single(headers, name);
        if (value.isEmpty() || !isEncoded(value.get())) {
            return value;
        }
        String text = value.get();
        return Optional.of(decode(name, text.substring(PREFIX.length(), text.length() - SUFFIX.length())));
    }

    private static boolean isEncoded(String value) {
        return value.length() >= PREFIX.length() + SUFFIX.length()
                && value.startsWith(PREFIX)
                && value.endsWith(SUFFIX);
    }

    private static String decode(String name, String base64) throws MalformedHeaderException {
        try {
            byte[] bytes = Base64.getDecoder().decode(base64);
            // Java's decoder accepts missing padding and stray bits in the last character; the canonical form has
            // neither.
            if (!Base64.getEncoder().encodeToString(bytes).equals(base64)) {
                throw new MalformedHeaderException(name + " is not valid base64");
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw new MalformedHeaderException(name + " is not valid base64 of UTF-8");
        }
    }

    private static String trim(String value) {
        int start = 0;
        int end = value.length();
        while (start < end && isBlank(value.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(value.charAt(end - 1))) {
            end--;
        }
        return value.substring(start, end);
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }
}
