package dev.mcpcodegen.codegen.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mcpcodegen.codegen.diagnostic.DocumentScope;
import dev.mcpcodegen.codegen.model.ApiDescription;
import dev.mcpcodegen.codegen.model.ApiOperation;
import dev.mcpcodegen.codegen.spec.SpecDocument;
import dev.mcpcodegen.codegen.spec.docs.RecordApplier;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.servers.Server;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a bundled OpenAPI 3.0 or 3.1 document. Pure: no I/O. */
public final class OpenApiReader {

    /** Returns what the document describes; empty when Swagger Parser makes nothing of it, which is then a diagnostic. */
    public Optional<ApiDescription> read(SpecDocument document, DocumentScope problems) {
        ObjectNode root = PathItems.inlined(document.tree());
        return StructureParser.parse(root, problems).map(openApi -> describe(document, root, openApi, problems));
    }

    private static ApiDescription describe(
            SpecDocument document, ObjectNode root, OpenAPI openApi, DocumentScope problems) {
        DocumentTree tree = new DocumentTree(root);
        SchemaReader schemas = new SchemaReader(tree, problems);
        OperationReader reader = new OperationReader(tree, schemas, problems);
        List<ApiOperation> operations = new ArrayList<>();
        openApi.getPaths()
                .forEach((path, item) -> item.readOperationsMap()
                        .forEach((method, operation) -> operations.addAll(reader.read(path, method, operation))));
        DocumentTree.Place info = tree.at("/info");
        return new ApiDescription(
                document.integration(),
                document.displayFile(),
                info.words("title"),
                info.words("version"),
                servers(openApi),
                List.copyOf(operations),
                schemas.declarations(),
                DirectivesReader.api(tree.at(""), problems),
                DirectivesReader.toolRecords(tree.at("/" + RecordApplier.TOOL_DOCS)));
    }

    private static List<String> servers(OpenAPI openApi) {
        if (openApi.getServers() == null) {
            return List.of();
        }
        return openApi.getServers().stream().map(OpenApiReader::url).toList();
    }

    private static String url(Server server) {
        String url = server.getUrl();
        if (server.getVariables() != null) {
            for (var variable : server.getVariables().entrySet()) {
                url = url.replace(
                        "{" + variable.getKey() + "}",
                        String.valueOf(variable.getValue().getDefault()));
            }
        }
        return url;
    }
}
