package dev.mcpcodegen.runtime.upstream;

import dev.mcpcodegen.runtime.tool.ToolError;
import dev.mcpcodegen.runtime.tool.UpstreamRequest;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;

/**
 * Writes and reads {@code next_cursor}: a position and a signature over it, tenant, account and tool. A cursor is thus of use only
 * where it was handed out. Pure.
 */
final class CursorCodec {

    private static final int SIGNATURE_BYTES = 16;
    private static final int REQUEST_BYTES = 8;
    private static final int HEAD_BYTES = 1 + 3 * Integer.BYTES + REQUEST_BYTES;
    private static final int NO_SIZE = 0;
    private static final int MAX_LENGTH = 32 * 1024;
    private static final byte FIRST_PAGE = 0;
    private static final byte TOKEN = 1;

    private static final String OTHER_ARGUMENTS =
            "This \"next_cursor\" goes on with a list that was asked for with other arguments. Pass all arguments as on the page before;"
                    + " only limit may differ. Or leave it out to start over from the first page.";

    private final CursorKey key;

    CursorCodec(CursorKey key) {
        this.key = key;
    }

    String encode(UpstreamCall call, PagePosition position) {
        String token = position.token();
        byte[] tokenBytes = token == null ? new byte[0] : token.getBytes(StandardCharsets.UTF_8);
        Integer size = position.size();
        byte[] payload = ByteBuffer.allocate(HEAD_BYTES + tokenBytes.length)
                .put(token == null ? FIRST_PAGE : TOKEN)
                .putInt(position.index())
                .putInt(size == null ? NO_SIZE : size)
                .putInt(position.before())
                .put(mark(call.request()))
                .put(tokenBytes)
                .array();
        byte[] signature = sign(call, payload);
        byte[] cursor = Arrays.copyOf(payload, payload.length + SIGNATURE_BYTES);
        System.arraycopy(signature, 0, cursor, payload.length, SIGNATURE_BYTES);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(cursor);
    }

    /**
     * Reads a cursor that this call may use.
     *
     * @throws UpstreamFailure if it was not handed out for this tenant, account and tool, was changed in any way, or goes on with a list
     *     that was asked for with other arguments
     */
    PagePosition decode(UpstreamCall call, String cursor) {
        byte[] bytes = bytes(cursor);
        int length = bytes.length - SIGNATURE_BYTES;
        if (length < HEAD_BYTES) {
            throw refused();
        }
        byte[] payload = Arrays.copyOf(bytes, length);
        byte[] signature = Arrays.copyOfRange(bytes, length, bytes.length);
        if (!MessageDigest.isEqual(signature, sign(call, payload))) {
            throw refused();
        }
        ByteBuffer reader = ByteBuffer.wrap(payload);
        boolean firstPage = reader.get() == FIRST_PAGE;
        int index = reader.getInt();
        int size = reader.getInt();
        int before = reader.getInt();
        byte[] mark = new byte[REQUEST_BYTES];
        reader.get(mark);
        if (!Arrays.equals(mark, mark(call.request()))) {
            throw UpstreamFailure.gateway(ToolError.Kind.INVALID_ARGUMENTS, OTHER_ARGUMENTS);
        }
        String token = StandardCharsets.UTF_8.decode(reader).toString();
        return new PagePosition(firstPage ? null : token, index, size == NO_SIZE ? null : size, before);
    }

    private static byte[] bytes(String cursor) {
        if (cursor.length() > MAX_LENGTH) {
            throw refused();
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(cursor);
            // The decoder forgives unused bits and padding; "exactly as received" does not.
            boolean exact = Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(bytes)
                    .equals(cursor);
            return exact ? bytes : new byte[0];
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    /** What tells a request from others of the same tool; without the page, which is added to it later. */
    private byte[] mark(UpstreamRequest request) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        text.writeBytes((request.method() + " " + request.target() + " " + request.headers() + request.cookies())
                .getBytes(StandardCharsets.UTF_8));
        BodyContent body = BodyWriter.write(request.body());
        if (body != null) {
            text.writeBytes(body.bytes());
        }
        return Arrays.copyOf(key.sign(text.toByteArray()), REQUEST_BYTES);
    }

    private byte[] sign(UpstreamCall call, byte[] payload) {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(message)) {
            // Each name carries its length, so that no two sets of names read alike.
            out.writeUTF(call.grant().account().tenant());
            out.writeUTF(call.grant().account().id());
            out.writeUTF(call.tool().name());
            out.write(payload);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Arrays.copyOf(key.sign(message.toByteArray()), SIGNATURE_BYTES);
    }

    private static UpstreamFailure refused() {
        return UpstreamFailure.gateway(
                ToolError.Kind.INVALID_ARGUMENTS,
                "\"next_cursor\" is not one that this tool handed out for this account. Pass the next_cursor of the previous answer"
                        + " exactly as received, or leave it out to start over from the first page.");
    }
}
