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
import java.util.concurrent.CompletableFuture;

/** Reads a bundled OpenAPI 3 document. Pure: no I/O. */
public final class OpenApiReader {

    /** Returns what the document describes; operations that cannot be read are listed with the reason. */
    public ApiDescription read(SpecDocument document, DocumentScope problems) {
        ObjectNode root = PathItems.inlined(document.tree());
        DocumentTree tree = new DocumentTree(root);
        OperationPlaces places = OperationPlaces.of(tree, problems);
        CompletableFuture<List<String>> structure = StructureCheck.begin(tree, places.found());

        SchemaReader schemas = new SchemaReader(tree, problems);
        SecurityReader security = new SecurityReader(tree, places.found(), problems);
        ServerReader servers = new ServerReader(problems);
        OperationReader reader = new OperationReader(tree, schemas, security, servers, problems);
        List<ApiOperation> operations = new ArrayList<>();
        places.found()
                .forEach(place -> problems.at(place.operation().pointer())
                        .guarded(() -> reader.read(place))
                        .ifPresent(operations::addAll));
        SelfAlternatives.remove(schemas.declarations());
        FiniteObjects.ensure(schemas.declarations(), problems);
        if (places.found().isEmpty() && notTools(document, places).isEmpty()) {
            tellEmpty(tree, problems);
        }
        structure
                .join()
                .forEach(note -> problems.at("")
                        .info(note, "The document is read without its help; nothing is left out because of this."));
        Place info = tree.at("/info");
        return new ApiDescription(
                document.integration(),
                document.displayFile(),
                info.words("title"),
                info.words("version"),
                servers.read(tree.at("/servers")),
                security.schemes(),
                security.ofDocument(),
                List.copyOf(operations),
                notTools(document, places),
                schemas.declarations(),
                DirectivesReader.api(tree.at(""), problems),
                DirectivesReader.toolRecords(tree.at("/" + RecordApplier.TOOL_DOCS), problems));
    }

    private static void tellEmpty(DocumentTree tree, DocumentScope problems) {
        int webhooks = tree.at("/webhooks").node().size();
        problems.at("")
                .error(
                        "The document holds no operations, so there is nothing to make tools of."
                                + (webhooks == 0
                                        ? ""
                                        : " What it has are webhooks: calls that the vendor makes, not ones to make."),
                        "Use the document in which the vendor describes operations below `paths`.");
    }

    private static List<NotATool> notTools(SpecDocument document, OperationPlaces places) {
        List<NotATool> notTools = new ArrayList<>(places.notTools());
        document.leftOut()
                .forEach(out ->
                        notTools.add(new NotATool(out.operation(), out.pointer(), Reason.UNREADABLE, out.reason())));
        return List.copyOf(notTools);
    }
}
