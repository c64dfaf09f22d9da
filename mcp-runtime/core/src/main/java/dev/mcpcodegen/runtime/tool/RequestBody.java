package dev.mcpcodegen.runtime.tool;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The body of a request to a vendor. JSON stays an editable tree until it is sent. */
public sealed interface RequestBody {

    /** No body at all. */
    record None() implements RequestBody {}

    /** {@code application/json}. */
    record Json(JsonNode tree) implements RequestBody {}

    /** {@code application/x-www-form-urlencoded}. */
    record Form(List<NameValue> fields) implements RequestBody {}

    /** {@code multipart/form-data}. */
    record Multipart(List<Part> parts) implements RequestBody {}

    /** Text of any other media type. */
    record Raw(String mediaType, String text) implements RequestBody {}

    /**
     * One part of a multipart body.
     *
     * @param file the file; null for a field
     * @param value the text of a field; empty for a file
     */
    record Part(String name, @Nullable FileContent file, String value) {}
}
