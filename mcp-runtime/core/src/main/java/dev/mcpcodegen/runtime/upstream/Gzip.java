package dev.mcpcodegen.runtime.upstream;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Decompresses a whole answer (RFC 1952). Pure.
 *
 * <p>The HTTP client could do it while the bytes come, but takes a stream that ends too early for a complete one.
 */
final class Gzip {

    private static final int BUFFER_BYTES = 16 * 1024;

    private Gzip() {}

    static boolean isNamed(@Nullable String contentEncoding) {
        return contentEncoding != null
                && (contentEncoding.strip().equalsIgnoreCase("gzip")
                        || contentEncoding.strip().equalsIgnoreCase("x-gzip"));
    }

    /**
     * Returns the decompressed bytes.
     *
     * @throws AnswerTooLargeException if there are more than {@code maxBytes}
     * @throws BrokenAnswerException if the stream is damaged or incomplete
     */
    static byte[] decompress(byte[] compressed, int maxBytes) {
        BodyBuffer body = new BodyBuffer();
        byte[] buffer = new byte[BUFFER_BYTES];
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(compressed), BUFFER_BYTES)) {
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                if (body.size() + length > maxBytes) {
                    throw new AnswerTooLargeException(maxBytes);
                }
                body.add(ByteBuffer.wrap(buffer, 0, length));
            }
        } catch (IOException e) {
            throw new BrokenAnswerException(e);
        }
        return body.toByteArray();
    }
}
