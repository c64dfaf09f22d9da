package dev.mcpcodegen.codegen.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mcpcodegen.codegen.diagnostic.DiagnosticScope;
import java.util.Optional;

/** Tells a document's version before anything else looks at it: parsers accept wrong ones without a word. */
final class VersionReader {

    private VersionReader() {}

    static Optional<SpecVersion> read(ObjectNode document, DiagnosticScope scope) {
        JsonNode swagger = document.get("swagger");
        JsonNode openapi = document.get("openapi");
        if (swagger == null && openapi == null) {
            scope.error(
                    "This is no OpenAPI document: it has no `openapi` version.",
                    "Name an OpenAPI 3.0 or 3.1 document.");
            return Optional.empty();
        }
        JsonNode found = openapi == null ? swagger : openapi;
        String text = found.asText();
        Optional<SpecVersion> version = openapi == null ? swagger(text) : openapi(text);
        if (!found.isTextual() || version.isEmpty()) {
            scope.error(
                    "The document's version is " + found + ", which is none that is known.",
                    "Known are \"3.0.x\" and \"3.1.x\", written as text, for example openapi: \"3.1.0\".");
            return Optional.empty();
        }
        if (version.get() == SpecVersion.SWAGGER_2_0 || version.get() == SpecVersion.OPENAPI_3_2) {
            scope.error(
                    "The document's version is " + found + "; reading of 2.0 and 3.2 is not there yet.",
                    "Convert the document to 3.0 or 3.1.");
            return Optional.empty();
        }
        return version;
    }

    private static Optional<SpecVersion> swagger(String version) {
        return version.equals("2.0") ? Optional.of(SpecVersion.SWAGGER_2_0) : Optional.empty();
    }

    private static Optional<SpecVersion> openapi(String version) {
        if (!version.matches("3\\.[012]\\.\\d+(-[A-Za-z0-9.]+)?")) {
            return Optional.empty();
        }
        return Optional.of(
                switch (version.charAt(2)) {
                    case '0' -> SpecVersion.OPENAPI_3_0;
                    case '1' -> SpecVersion.OPENAPI_3_1;
                    default -> SpecVersion.OPENAPI_3_2;
                });
    }
}
