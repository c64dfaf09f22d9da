package dev.mcpcodegen.runtime.protocol;

import dev.mcpcodegen.runtime.tool.RateLimit;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What goes back over HTTP.
 *
 * @param status the HTTP status
 * @param body pieces of JSON to be sent one after the other; shared between answers, never to be changed. Empty for no body
 * @param prefix what {@code body} begins with, when that is kept compressed as well
 * @param encoding the content coding of {@code body} (RFC 9110, section 8.4); null for none
 * @param rateLimit what is to be told in headers as well
 */
public record McpAnswer(
        int status,
        List<byte[]> body,
        @Nullable SharedPrefix prefix,
        @Nullable String encoding,
        @Nullable RateLimit rateLimit) {

    /** Takes a message that wants no answer. */
    public static final McpAnswer ACCEPTED = empty(202);

    private static final byte[] RESULT_START = utf8("{\"jsonrpc\":\"2.0\",\"result\":");

    /** A status without a body. */
    public static McpAnswer empty(int status) {
        return new McpAnswer(status, List.of(), null, null, null);
    }

    /** A JSON-RPC response; the id comes last, so that everything before it can be shared between answers. */
    public static McpAnswer result(String id, byte[]... result) {
        List<byte[]> pieces = new ArrayList<>();
        pieces.add(RESULT_START);
        pieces.addAll(List.of(result));
        pieces.add(idAtTheEnd(id));
        return new McpAnswer(200, List.copyOf(pieces), null, null, null);
    }

    /** The beginning of JSON-RPC responses with the same {@code result}, a JSON object. */
    static SharedPrefix prefix(byte[] result) {
        byte[] bytes = Arrays.copyOf(RESULT_START, RESULT_START.length + result.length);
        System.arraycopy(result, 0, bytes, RESULT_START.length, result.length);
        return new SharedPrefix(bytes);
    }

    /** A JSON-RPC response whose result was rendered before. */
    public static McpAnswer result(String id, SharedPrefix prefix) {
        return new McpAnswer(200, List.of(prefix.plain(), idAtTheEnd(id)), prefix, null, null);
    }

    /** A JSON-RPC error response; {@code id} is the raw JSON of the request's, null when it is not known. */
    public static McpAnswer error(int status, @Nullable String id, RpcError error) {
        byte[] json = JsonText.write(generator -> {
            generator.writeStartObject();
            generator.writeStringProperty("jsonrpc", "2.0");
            generator.writeObjectPropertyStart("error");
            generator.writeNumberProperty("code", error.code());
            generator.writeStringProperty("message", error.message());
            if (error.data() != null) {
                generator.writeName("data");
                generator.writeTree(error.data());
            }
            generator.writeEndObject();
            if (id != null) {
                generator.writeName("id");
                generator.writeRawValue(id);
            }
            generator.writeEndObject();
        });
        return new McpAnswer(status, List.of(json), null, null, null);
    }

    /** The answers of a batch as one JSON array. */
    public static McpAnswer batch(List<McpAnswer> answers) {
        List<byte[]> pieces = new ArrayList<>();
        for (McpAnswer answer : answers) {
            pieces.add(utf8(pieces.isEmpty() ? "[" : ","));
            pieces.addAll(answer.body());
        }
        pieces.add(utf8("]"));
        return new McpAnswer(200, List.copyOf(pieces), null, null, null);
    }

    public McpAnswer withStatus(int other) {
        return new McpAnswer(other, body, prefix, encoding, rateLimit);
    }

    public McpAnswer withRateLimit(@Nullable RateLimit observed) {
        return new McpAnswer(status, body, prefix, encoding, observed);
    }

    /** The same answer for a client that takes gzip; compressed only if that costs next to nothing. */
    public McpAnswer gzipped() {
        return prefix == null ? this : new McpAnswer(status, prefix.gzip(body.get(1)), null, "gzip", rateLimit);
    }

    /** The number of bytes in the body. */
    public long length() {
        long length = 0;
        for (byte[] piece : body) {
            length += piece.length;
        }
        return length;
    }

    private static byte[] idAtTheEnd(String id) {
        return utf8(",\"id\":" + id + "}");
    }

    private static byte[] utf8(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }
}
