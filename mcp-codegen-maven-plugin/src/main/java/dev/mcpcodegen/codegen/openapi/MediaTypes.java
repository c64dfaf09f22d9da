package dev.mcpcodegen.codegen.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Chooses one of the media types that a vendor offers. */
final class MediaTypes {

    private MediaTypes() {}

    /** JSON before forms before anything else, the document's order within each. */
    static Optional<String> preferred(JsonNode content) {
        List<String> offered = new ArrayList<>();
        content.fieldNames().forEachRemaining(offered::add);
        return offered.stream().min(Comparator.comparingInt(MediaTypes::rank));
    }

    private static int rank(String mediaType) {
        String type = mediaType.toLowerCase(Locale.ROOT);
        if (type.startsWith("application/json")) {
            return 0;
        }
        if (type.contains("json")) {
            return 1;
        }
        if (type.startsWith("multipart/form-data")) {
            return 2;
        }
        return type.startsWith("application/x-www-form-urlencoded") ? 3 : 4;
    }
}
