package dev.mcpcodegen.codegen.spec.read;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/** Tells UTF-8 (RFC 3629) from other encodings without making text of it: most of a document is ASCII. */
final class Utf8 {

    private Utf8() {}

    /** Whether the bytes mean something as UTF-8. A character beyond ASCII has no byte that is one in ASCII, so that each run can be looked at alone. */
    static boolean isIn(byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        CharBuffer ignored = CharBuffer.allocate(256);
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] < 0) {
                int start = i;
                while (i < bytes.length && bytes[i] < 0) {
                    i++;
                }
                if (!isSound(ByteBuffer.wrap(bytes, start, i - start), decoder, ignored)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Whether the first character that is no white space is a brace. */
    static boolean isBraced(byte[] bytes) {
        int i = 0;
        while (i < bytes.length && (bytes[i] == ' ' || bytes[i] == '\t' || bytes[i] == '\r' || bytes[i] == '\n')) {
            i++;
        }
        return i < bytes.length && bytes[i] == '{';
    }

    /** Whether JSON in these bytes may escape half a pair of surrogates, which Jackson takes in text, but not in UTF-8. */
    static boolean hasEscapedSurrogates(byte[] bytes) {
        for (int i = 0; i < bytes.length - 2; i++) {
            if (bytes[i] == '\\' && bytes[i + 1] == 'u' && (bytes[i + 2] == 'd' || bytes[i + 2] == 'D')) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSound(ByteBuffer run, CharsetDecoder decoder, CharBuffer ignored) {
        decoder.reset();
        CoderResult result;
        do {
            result = decoder.decode(run, ignored.clear(), true);
        } while (result.isOverflow());
        return !result.isError();
    }
}
