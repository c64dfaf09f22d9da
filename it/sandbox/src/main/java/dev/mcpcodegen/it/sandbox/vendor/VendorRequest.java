package dev.mcpcodegen.it.sandbox.vendor;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A request as a vendor sees it.
 *
 * @param method the HTTP method, upper case
 * @param rawPath the path below the vendor's own prefix, still percent-encoded, empty or beginning with a slash
 * @param rawQuery the query, still percent-encoded
 * @param port the port that the server listens on, for links to itself
 * @param headers the values by lower-case name
 * @param body the body, parsed by its media type
 * @param jsonText a body that said to be JSON as it was sent, for digests of it; empty for any other
 */
public record VendorRequest(
        String method,
        String rawPath,
        @Nullable String rawQuery,
        int port,
        Map<String, List<String>> headers,
        ReceivedBody body,
        String jsonText) {

    /** Returns the first value of a header. */
    public @Nullable String header(String lowerCaseName) {
        List<String> values = headers.getOrDefault(lowerCaseName, List.of());
        return values.isEmpty() ? null : values.get(0);
    }

    /** Returns the query's decoded values by name, in order. */
    public Map<String, List<String>> query() {
        return UrlForm.decode(rawQuery == null ? "" : rawQuery);
    }

    /** Returns the checked values of the query. */
    public ObjectNode query(Shape shape) {
        return shape.checkTexts(query());
    }

    /** Returns the checked values of the body, be it JSON, a form or multipart. */
    public ObjectNode body(Shape shape) {
        if (body instanceof ReceivedBody.Json json) {
            return shape.checkJson(json.value());
        }
        if (body instanceof ReceivedBody.Multipart multipart) {
            return shape.checkTexts(multipart.fields());
        }
        if (body instanceof ReceivedBody.Text text) {
            if (text.mediaType().equals(UrlForm.MEDIA_TYPE)) {
                return shape.checkTexts(UrlForm.decode(text.text()));
            }
            throw new RefusedException(400, "The request body is not valid JSON.");
        }
        return shape.checkTexts(Map.of());
    }

    /** Returns the parts of a multipart body that carry a file name. */
    public List<Part> files() {
        return body instanceof ReceivedBody.Multipart multipart ? multipart.files() : List.of();
    }
}
