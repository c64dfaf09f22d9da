package dev.mcpcodegen.codegen.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mcpcodegen.codegen.diagnostic.DocumentScope;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Hands the bundled document to Swagger Parser, which resolves nothing and does no I/O, and checks that nothing got lost on the way. */
final class StructureParser {

    private StructureParser() {}

    static Optional<OpenAPI> parse(ObjectNode document, DocumentScope problems) {
        ParseOptions options = new ParseOptions();
        options.setResolve(false);
        SwaggerParseResult result = new OpenAPIV3Parser().readContents(document.toString(), null, options);
        var scope = problems.at("");
        List<String> messages = result.getMessages() == null ? List.of() : result.getMessages();
        if (result.getOpenAPI() == null) {
            scope.error(
                    "Swagger Parser makes nothing of this document: " + String.join("; ", messages),
                    "Check the document with an OpenAPI validator.");
            return Optional.empty();
        }
        OpenAPI openApi = result.getOpenAPI();
        if (openApi.getPaths() == null) {
            openApi.setPaths(new Paths());
        }
        messages.forEach(message ->
                scope.warning(message, "Swagger Parser says this; the document may still be usable as it is."));
        reportLostOperations(document, openApi, problems);
        return Optional.of(openApi);
    }

    private static void reportLostOperations(ObjectNode document, OpenAPI openApi, DocumentScope problems) {
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(member -> {
                    if (path.getKey().startsWith("/")
                            && isMethod(member.getKey())
                            && !parsed(openApi, path.getKey(), member.getKey(), member.getValue())) {
                        problems.at("/paths/" + DocumentTree.escape(path.getKey()) + "/" + member.getKey())
                                .error(
                                        "Swagger Parser does not see the operation "
                                                + member.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey() + ".",
                                        "Check the operation with an OpenAPI validator, or leave it out by an overlay.");
                    }
                }));
    }

    private static boolean parsed(OpenAPI openApi, String path, String method, JsonNode node) {
        PathItem item = openApi.getPaths().get(path);
        return !node.isObject()
                || (item != null
                        && item.readOperationsMap()
                                .containsKey(PathItem.HttpMethod.valueOf(method.toUpperCase(Locale.ROOT))));
    }

    private static boolean isMethod(String key) {
        for (PathItem.HttpMethod method : PathItem.HttpMethod.values()) {
            if (method.name().toLowerCase(Locale.ROOT).equals(key)) {
                return true;
            }
        }
        return false;
    }
}
