package dev.mcpcodegen.codegen.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mcpcodegen.codegen.diagnostic.DiagnosticScope;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells a document's version before anything else looks at it: parsers accept wrong ones without a word. */
final class VersionReader {

    private static final String KNOWN = "Known are swagger: \"2.0\" and openapi: \"3.0.x\", \"3.1.x\" and \"3.2.x\".";
    private static final Pattern EXACT = Pattern.compile("3\\.[012]\\.\\d+(-[A-Za-z0-9.]+)?");
    private static final Pattern MEANT = Pattern.compile("v?(\\d+)(?:\\.(\\d+))?(?:\\.\\w+)*(?:-.*)?");

    private VersionReader() {}

    /** Version of a document; one that is only written wrongly, as a number or without its last part, is a warning. */
    static Optional<SpecVersion> read(ObjectNode document, DiagnosticScope scope) {
        JsonNode swagger = document.get("swagger");
        JsonNode openapi = document.get("openapi");
        JsonNode found = openapi == null ? swagger : openapi;
        if (found == null) {
            scope.error(
                    "This is no OpenAPI document: it has no `openapi` version.", "Name an OpenAPI document. " + KNOWN);
            return Optional.empty();
        }
        String text = found.asText().strip();
        Optional<SpecVersion> version = meant(text);
        if (version.isEmpty()) {
            scope.error("The document's version is " + found + ", which is none that is known.", KNOWN);
            return Optional.empty();
        }
        boolean exact = found.isTextual()
                && (openapi == null ? text.equals("2.0") : EXACT.matcher(text).matches());
        if (!exact) {
            scope.warning(
                    "The document's version is written " + found + "; it is read as "
                            + version.get().number() + ".",
                    KNOWN);
        }
        return version;
    }

    private static Optional<SpecVersion> meant(String text) {
        Matcher matcher = MEANT.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String minor = matcher.group(2) == null ? "0" : matcher.group(2);
        String number = matcher.group(1) + "." + minor;
        for (SpecVersion version : SpecVersion.values()) {
            if (version.number().equals(number)) {
                return Optional.of(version);
            }
        }
        return Optional.empty();
    }
}
