package dev.mcpcodegen.codegen.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mcpcodegen.codegen.diagnostic.DocumentScope;
import dev.mcpcodegen.codegen.model.ApiDescription;
import dev.mcpcodegen.codegen.model.ApiOperation;
import dev.mcpcodegen.codegen.model.IntegrationModel.NotATool;
import dev.mcpcodegen.codegen.model.IntegrationModel.Reason;
import dev.mcpcodegen.codegen.openapi.DocumentTree.Place;
import dev.mcpcodegen.codegen.spec.SpecDocument;
import dev.mcpcodegen.codegen.spec.docs.RecordApplier;
import java.util.ArrayList;
import java.util.List;

/** Reads a bundled OpenAPI 3 document. Pure: no I/O. */
public final class OpenApiReader {

    /** Returns what the document describes; operations that cannot be read are listed with the reason. */
    public ApiDescription read(SpecDocument document, DocumentScope problems) {
        ObjectNode root = PathItems.inlined(document.tree());
        DocumentTree tree = new DocumentTree(root);
        OperationPlaces places = OperationPlaces.of(tree, problems);
        new StructureCheck(tree, problems).check(places.found());

        SchemaReader schemas = new SchemaReader(tree, problems);
        OperationReader reader = new OperationReader(tree, schemas, problems);
        List<ApiOperation> operations = new ArrayList<>();
        places.found().forEach(place -> operations.add(reader.read(place)));
        Place info = tree.at("/info");
        return new ApiDescription(
                document.integration(),
                document.displayFile(),
                info.words("title"),
                info.words("version"),
                servers(tree.at("/servers")),
                List.copyOf(operations),
                notTools(document, places),
                schemas.declarations(),
                DirectivesReader.api(tree.at(""), problems),
                DirectivesReader.toolRecords(tree.at("/" + RecordApplier.TOOL_DOCS), problems));
    }

    private static List<NotATool> notTools(SpecDocument document, OperationPlaces places) {
        List<NotATool> notTools = new ArrayList<>(places.notTools());
        document.leftOut()
                .forEach(out ->
                        notTools.add(new NotATool(out.operation(), out.pointer(), Reason.UNREADABLE, out.reason())));
        return List.copyOf(notTools);
    }

    private static List<String> servers(Place list) {
        List<String> servers = new ArrayList<>();
        for (int i = 0; i < list.node().size(); i++) {
            String url = list.child(i).text("url");
            if (url != null) {
                servers.add(withDefaults(url, list.child(i).child("variables")));
            }
        }
        // OpenAPI 3, fixed field `servers`: without any there is one at the root.
        return servers.isEmpty() ? List.of("/") : List.copyOf(servers);
    }

    private static String withDefaults(String url, Place variables) {
        String result = url;
        for (var variable : variables.node().properties()) {
            result = result.replace(
                    "{" + variable.getKey() + "}",
                    variable.getValue().path("default").asText(""));
        }
        return result;
    }
}
