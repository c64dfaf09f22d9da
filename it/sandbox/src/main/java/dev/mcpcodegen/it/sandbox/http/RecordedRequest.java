package dev.mcpcodegen.it.sandbox.http;

import dev.mcpcodegen.it.sandbox.vendor.Part;
import dev.mcpcodegen.it.sandbox.vendor.ReceivedBody;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A request that arrived, and how it was answered.
 *
 * @param vendor the first path segment
 * @param method the HTTP method
 * @param rawPath the whole path as it was sent, percent-encoded
 * @param rawQuery the query as it was sent, null when there was none
 * @param headers the values by lower-case name
 * @param body the body by its media type
 * @param status the status answered, null while there is no answer yet
 */
public record RecordedRequest(
        String vendor,
        String method,
        String rawPath,
        @Nullable String rawQuery,
        Map<String, List<String>> headers,
        ReceivedBody body,
        @Nullable Integer status) {

    /** Returns the first value of a header, null when it was not sent. */
    public @Nullable String header(String lowerCaseName) {
        List<String> values = headers.getOrDefault(lowerCaseName, List.of());
        return values.isEmpty() ? null : values.get(0);
    }

    RecordedRequest answered(int answer) {
        return new RecordedRequest(vendor, method, rawPath, rawQuery, headers, body, answer);
    }

    /** Returns the form that the control surface shows; of {@code text}, {@code json} and {@code parts} at most one. */
    ObjectNode toJson() {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("vendor", vendor)
                .put("method", method)
                .put("rawPath", rawPath)
                .put("rawQuery", rawQuery);
        ObjectNode headerNode = json.putObject("headers");
        headers.forEach((name, values) -> values.forEach(headerNode.withArray(name)::add));
        JsonNode bodyNode = bodyJson();
        json.set("body", bodyNode);
        return json.put("status", status);
    }

    private JsonNode bodyJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        if (body instanceof ReceivedBody.Json parsed) {
            json.set("json", parsed.value());
        } else if (body instanceof ReceivedBody.Text text) {
            json.put("text", text.text());
        } else if (body instanceof ReceivedBody.Multipart multipart) {
            ArrayNode parts = json.putArray("parts");
            multipart.parts().forEach(part -> parts.add(partJson(part)));
        }
        return json;
    }

    private static ObjectNode partJson(Part part) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("name", part.name())
                .put("filename", part.fileName())
                .put("mediaType", part.mediaType())
                .put("size", part.size())
                .put("sha256", part.sha256())
                .put("text", part.text());
    }
}
