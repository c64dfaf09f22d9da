package dev.mcpcodegen.codegen.spec.read;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Bytes to text by their byte order mark (YAML 1.2, 5.2); UTF-8 without one. */
final class TextDecoder {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** What stands for bytes that mean nothing. */
    private static final char REPLACEMENT = '\uFFFD';

    private TextDecoder() {}

    /** Text without byte order mark. */
    static String decode(byte[] bytes) throws CharacterCodingException {
        String text = text(bytes);
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }

    private static String text(byte[] bytes) throws CharacterCodingException {
        Charset charset = charset(bytes);
        // Several times as fast as a decoder, which only tells whether a replacement stands for a fault.
        String text = new String(bytes, charset);
        return text.indexOf(REPLACEMENT) < 0
                ? text
                : charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    }

    /** Text of bytes that are not UTF-8: in the encoding that such files have in practice, which takes any byte. */
    static String guess(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static Charset charset(byte[] bytes) {
        if (bytes.length >= 2 && bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF) {
            return StandardCharsets.UTF_16BE;
        }
        if (bytes.length >= 2 && bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE) {
            return StandardCharsets.UTF_16LE;
        }
        return StandardCharsets.UTF_8;
    }
}
