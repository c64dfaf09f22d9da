package dev.mcpcodegen.codegen.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mcpcodegen.codegen.diagnostic.DocumentScope;
import dev.mcpcodegen.codegen.model.IntegrationModel.NotATool;
import dev.mcpcodegen.codegen.model.IntegrationModel.Reason;
import dev.mcpcodegen.codegen.openapi.DocumentTree.Place;
import dev.mcpcodegen.codegen.spec.normalise.PathKeys;
import dev.mcpcodegen.codegen.spec.normalise.PathTemplate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Finds the operations of a document in its tree, in the document's order: those that can be read, and those that are named but
 * say too little to be called.
 */
final class OperationPlaces {

    /** The fixed method fields of a Path Item Object (OpenAPI 3.2, 4.8.10.1); {@code additionalOperations} holds all others. */
    static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace", "query");

    private static final String ADDITIONAL = "additionalOperations";

    private final DocumentTree tree;
    private final DocumentScope problems;
    private final List<OperationPlace> found = new ArrayList<>();
    private final List<NotATool> notTools = new ArrayList<>();

    private OperationPlaces(DocumentTree tree, DocumentScope problems) {
        this.tree = tree;
        this.problems = problems;
    }

    static OperationPlaces of(DocumentTree tree, DocumentScope problems) {
        OperationPlaces places = new OperationPlaces(tree, problems);
        Place paths = tree.at("/paths");
        paths.node().fieldNames().forEachRemaining(path -> {
            if (path.startsWith("/")) {
                places.pathItem(PathTemplate.of(path), paths.child(path));
            }
        });
        return places;
    }

    List<OperationPlace> found() {
        return found;
    }

    List<NotATool> notTools() {
        return notTools;
    }

    private void pathItem(PathTemplate template, Place item) {
        int before = found.size() + notTools.size();
        item.node().fieldNames().forEachRemaining(member -> {
            if (METHODS.contains(member)) {
                operation(place(template, member.toUpperCase(Locale.ROOT), item, item.child(member)));
            } else if (member.equals(ADDITIONAL)) {
                Place additional = item.child(ADDITIONAL);
                additional
                        .node()
                        .fieldNames()
                        .forEachRemaining(method -> additional(template, item, additional, method));
            }
        });
        if (item.node().path("$ref").isTextual() && found.size() + notTools.size() == before) {
            // That it leads nowhere has been told by whoever followed the document's references.
            leaveOut("ANY " + template.path(), item, "the path's reference leads nowhere");
        }
    }

    private void additional(PathTemplate template, Place item, Place additional, String method) {
        if (METHODS.contains(method.toLowerCase(Locale.ROOT)) && item.node().has(method.toLowerCase(Locale.ROOT))) {
            problems.at(additional.child(method).pointer())
                    .warning(
                            "The path has its " + method + " twice; this one is left out.",
                            "Remove it from additionalOperations by an overlay.");
        } else if (!method.startsWith("x-")) {
            operation(place(template, method, item, additional.child(method)));
        }
    }

    private static OperationPlace place(PathTemplate template, String method, Place item, Place operation) {
        String written = item.node().path(PathKeys.WRITTEN).asText(template.path());
        return new OperationPlace(
                template.path(),
                operation.node().path(PathKeys.WRITTEN).asText(written),
                template.rest().replaceFirst("^[?#]", ""),
                template.rest().startsWith("#") ? template.rest().substring(1) : "",
                method,
                item,
                operation);
    }

    private void operation(OperationPlace place) {
        JsonNode node = place.operation().node();
        if (!node.isObject()) {
            problems.at(place.operation().pointer())
                    .warning("There is nothing here that describes the operation.", "Describe it in an overlay.");
            leaveOut(place.line(), place.operation(), "the document says nothing about it");
        } else if (node.path("$ref").isTextual()) {
            leaveOut(place.line(), place.operation(), "its reference leads nowhere");
        } else if (!tree.follow(place.operation().child("requestBody")).exists()
                && node.path("requestBody").isObject()) {
            leaveOut(place.line(), place.operation(), "the reference of its request body leads nowhere");
        } else {
            found.add(place);
        }
    }

    private void leaveOut(String line, Place place, String reason) {
        notTools.add(new NotATool(line, place.pointer(), Reason.UNREADABLE, reason));
    }
}
