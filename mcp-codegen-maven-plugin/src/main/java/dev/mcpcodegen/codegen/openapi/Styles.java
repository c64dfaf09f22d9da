package dev.mcpcodegen.codegen.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mcpcodegen.codegen.model.ApiOperation.BodyKind;
import dev.mcpcodegen.codegen.model.ArgumentModel.Location;
import dev.mcpcodegen.codegen.model.ArgumentModel.Style;
import java.util.Optional;

/** Reads how a value is written from {@code style}, {@code explode} and {@code content} (OpenAPI 3.1, Parameter Object and Style Values). */
final class Styles {

    /** Says the separator of a list where OpenAPI 3 has no word for it. */
    private static final String DELIMITER = "x-mcp-codegen-delimiter";

    private Styles() {}

    /** The style of a parameter. */
    static Style of(JsonNode parameter, Location location) {
        Optional<String> content =
                parameter.has("schema") ? Optional.empty() : MediaTypes.preferred(parameter.path("content"));
        boolean json = content.isPresent() && MediaTypes.kind(content.get()) == BodyKind.JSON;
        if (parameter.path("in").asText().equals("querystring")) {
            return json ? Style.WHOLE_QUERY_JSON : Style.WHOLE_QUERY;
        }
        if (json) {
            return Style.JSON;
        }
        return switch (location) {
            case QUERY, COOKIE -> ofForm(parameter);
            case PATH, HEADER -> ofText(parameter);
            case BODY -> Style.PLAIN;
        };
    }

    /** The style of a query parameter, a cookie, or a field of a form. */
    static Style ofForm(JsonNode node) {
        String style = node.path("style").asText("form");
        // Exploded is the default of the form style only; deep objects are never anything else.
        boolean exploded = node.path("explode").asBoolean(style.equals("form") || style.equals("cookie"));
        if (style.equals("deepObject")) {
            return Style.DEEP_OBJECT;
        }
        if (exploded) {
            return Style.EXPLODED;
        }
        return switch (style) {
            case "spaceDelimited" -> Style.SPACE;
            case "pipeDelimited" -> Style.PIPE;
            default -> delimited(node);
        };
    }

    private static Style ofText(JsonNode node) {
        boolean exploded = node.path("explode").asBoolean(false);
        return switch (node.path("style").asText("simple")) {
            case "label" -> exploded ? Style.LABEL_EXPLODED : Style.LABEL;
            case "matrix" -> exploded ? Style.MATRIX_EXPLODED : Style.MATRIX;
            default -> exploded ? Style.EXPLODED : delimited(node);
        };
    }

    private static Style delimited(JsonNode node) {
        return switch (node.path(DELIMITER).asText(",")) {
            case "\t" -> Style.TAB;
            case " " -> Style.SPACE;
            case "|" -> Style.PIPE;
            default -> Style.COMMA;
        };
    }
}
