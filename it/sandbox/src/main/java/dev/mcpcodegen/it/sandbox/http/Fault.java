package dev.mcpcodegen.it.sandbox.http;

import dev.mcpcodegen.it.sandbox.vendor.VendorResponse;
import dev.mcpcodegen.it.sandbox.vendor.VendorSandbox;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What goes wrong with a request.
 *
 * @param vendor whose requests fail
 * @param pathPrefix limits it to paths below the vendor that begin with this; empty for all
 * @param status the status to answer, null to answer as usual after the delay
 * @param headers added to, or replacing, what the vendor documents for the status
 * @param body replaces the documented body; a JSON string is sent as plain text
 * @param delay how long to wait before answering
 */
record Fault(
        String vendor,
        String pathPrefix,
        @Nullable Integer status,
        Map<String, String> headers,
        @Nullable JsonNode body,
        Duration delay) {

    /** Reads the control surface's form of a fault. */
    static Fault fromJson(JsonNode json) {
        Map<String, String> headers = new LinkedHashMap<>();
        json.path("headers")
                .propertyStream()
                .forEach(
                        header -> headers.put(header.getKey(), header.getValue().asString()));
        return new Fault(
                json.path("vendor").asString(""),
                json.path("path").asString(""),
                json.hasNonNull("status") ? json.path("status").asInt() : null,
                headers,
                json.get("body"),
                Duration.ofMillis(json.path("delayMillis").asLong(0)));
    }

    boolean matches(String requestVendor, String rawPath) {
        return vendor.equals(requestVendor) && rawPath.startsWith(pathPrefix);
    }

    /** Returns the failing answer, null when the request is only delayed. */
    @Nullable
    VendorResponse response(VendorSandbox failing) {
        if (status == null) {
            return null;
        }
        VendorResponse documented = failing.failure(status);
        if (body == null) {
            return documented.headers(headers);
        }
        VendorResponse replaced =
                body.isString() ? VendorResponse.text(status, body.stringValue()) : VendorResponse.json(status, body);
        Map<String, String> merged = new LinkedHashMap<>(documented.headers());
        merged.putAll(replaced.headers());
        merged.putAll(headers);
        return replaced.headers(merged);
    }
}
