package dev.mcpcodegen.codegen.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mcpcodegen.codegen.model.ApiOperation.BodyKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What media types mean (RFC 6838), as far as it decides how a body is written. */
final class MediaTypes {

    static final String JSON = "application/json";

    /** JSON texts in a row are no JSON text. */
    private static final List<String> JSON_SEQUENCES =
            List.of("ndjson", "jsonl", "json-seq", "jsonlines", "json-lines");

    private static final List<String> TEXTS =
            List.of("xml", "yaml", "graphql", "javascript", "csv", "sql", "jwt", "jose", "toml", "html", "rtf");

    private MediaTypes() {}

    /** JSON before anything else, the document's order within each. */
    static Optional<String> preferred(JsonNode content) {
        List<String> offered = new ArrayList<>();
        content.fieldNames().forEachRemaining(offered::add);
        return offered.stream().min(Comparator.comparingInt(MediaTypes::rank));
    }

    private static int rank(String mediaType) {
        return isPlainJson(mediaType) ? 0 : kind(mediaType) == BodyKind.JSON ? 1 : 2;
    }

    static boolean isPlainJson(String mediaType) {
        return bare(mediaType).equals(JSON);
    }

    /** Whether it stands for several: {@code image/*}. */
    static boolean isRange(String mediaType) {
        return mediaType.contains("*");
    }

    static BodyKind kind(String mediaType) {
        String type = bare(mediaType);
        if (type.startsWith("multipart/")) {
            return BodyKind.MULTIPART;
        }
        if (type.equals("application/x-www-form-urlencoded")) {
            return BodyKind.FORM;
        }
        boolean sequence = JSON_SEQUENCES.stream().anyMatch(type::contains);
        if (type.contains("json") && !sequence) {
            return BodyKind.JSON;
        }
        boolean text = sequence || type.startsWith("text/") || TEXTS.stream().anyMatch(type::contains);
        // Office documents say XML in their names and are archives.
        return text && !type.contains("openxml") ? BodyKind.TEXT : BodyKind.FILE;
    }

    /** Without parameters, in lower case. */
    static String bare(String mediaType) {
        int parameters = mediaType.indexOf(';');
        return (parameters < 0 ? mediaType : mediaType.substring(0, parameters))
                .strip()
                .toLowerCase(Locale.ROOT);
    }
}
