package dev.mcpcodegen.runtime.tool;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The body of a request to a vendor. JSON stays an editable tree until it is sent. */
public sealed interface RequestBody {

    /** No body at all. */
    record None() implements RequestBody {}

    /** JSON, under {@code application/json} or another media type. */
    record Json(String mediaType, JsonNode tree) implements RequestBody {

        /** The media type of plain JSON (RFC 8259). */
        public static final String MEDIA_TYPE = "application/json";

        public Json(JsonNode tree) {
            this(MEDIA_TYPE, tree);
        }
    }

    /** {@code application/x-www-form-urlencoded}. */
    record Form(List<QueryParameter> fields) implements RequestBody {}

    /** {@code multipart/form-data}, or another media type of several parts. */
    record Multipart(String mediaType, List<Part> parts) implements RequestBody {

        /** The media type of HTML forms with files (RFC 7578). */
        public static final String MEDIA_TYPE = "multipart/form-data";
    }

    /** Text of any other media type. */
    record Raw(String mediaType, String text) implements RequestBody {}

    /**
     * Bytes.
     *
     * @param mediaTypes what the vendor takes, the first one when the file does not say which it is
     */
    record File(List<String> mediaTypes, FileContent file) implements RequestBody {}

    /**
     * One part of a multipart body.
     *
     * @param file the file; null for a field
     * @param value the text of a field; empty for a file
     * @param mediaType of the part; of a file only when the file itself names none. Null where none is sent
     */
    record Part(
            String name,
            @Nullable FileContent file,
            String value,
            @Nullable String mediaType) {}
}
