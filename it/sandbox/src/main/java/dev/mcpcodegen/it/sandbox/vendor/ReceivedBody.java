package dev.mcpcodegen.it.sandbox.vendor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The body of a received request, in the form that its media type asks for. */
public sealed interface ReceivedBody {

    /** No body at all. */
    record None() implements ReceivedBody {}

    /** A body that parsed as JSON. */
    record Json(JsonNode value) implements ReceivedBody {}

    /**
     * Any other body, read as UTF-8; also what claimed to be JSON or multipart and was not.
     *
     * @param mediaType lower case, without parameters, empty when the request had none
     * @param text the body
     */
    record Text(String mediaType, String text) implements ReceivedBody {}

    /** A multipart body (RFC 7578). */
    record Multipart(List<Part> parts) implements ReceivedBody {

        /** Returns the texts of the parts without a file name, by name. */
        Map<String, List<String>> fields() {
            Map<String, List<String>> fields = new LinkedHashMap<>();
            for (Part part : parts) {
                if (part.fileName() == null) {
                    fields.computeIfAbsent(part.name(), absent -> new ArrayList<>())
                            .add(part.text());
                }
            }
            return fields;
        }

        /** Returns the parts with a file name. */
        List<Part> files() {
            return parts.stream().filter(part -> part.fileName() != null).toList();
        }
    }
}
