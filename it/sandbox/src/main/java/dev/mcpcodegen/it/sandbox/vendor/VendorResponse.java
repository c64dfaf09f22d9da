package dev.mcpcodegen.it.sandbox.vendor;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** An answer: a status, headers in order, and a body. Immutable. */
public final class VendorResponse {

    private final int status;
    private final Map<String, String> headers;
    private final byte[] body;

    private VendorResponse(int status, Map<String, String> headers, byte[] body) {
        this.status = status;
        this.headers = Map.copyOf(headers);
        this.body = body;
    }

    /** Returns an answer without a body. */
    public static VendorResponse empty(int status) {
        return new VendorResponse(status, Map.of(), new byte[0]);
    }

    /** Returns an answer with a JSON body. */
    public static VendorResponse json(int status, JsonNode body) {
        return bytes(status, "application/json", body.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Returns an answer with a plain text body. */
    public static VendorResponse text(int status, String body) {
        return bytes(status, "text/plain; charset=utf-8", body.getBytes(StandardCharsets.UTF_8));
    }

    /** Returns an answer with any body; the bytes are copied. */
    public static VendorResponse bytes(int status, String mediaType, byte[] body) {
        return new VendorResponse(status, Map.of("Content-Type", mediaType), body.clone());
    }

    /** Returns the same answer with a header added or replaced. */
    public VendorResponse header(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new VendorResponse(status, more, body);
    }

    /** Returns the same answer with these headers added or replaced. */
    public VendorResponse headers(Map<String, String> added) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.putAll(added);
        return new VendorResponse(status, more, body);
    }

    /** Returns the HTTP status. */
    public int status() {
        return status;
    }

    /** Returns the headers. */
    public Map<String, String> headers() {
        return headers;
    }

    /** Returns a copy of the body. */
    public byte[] body() {
        return body.clone();
    }
}
