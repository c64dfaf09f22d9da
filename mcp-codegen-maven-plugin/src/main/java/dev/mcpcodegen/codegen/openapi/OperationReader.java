package dev.mcpcodegen.codegen.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mcpcodegen.codegen.diagnostic.DocumentScope;
import dev.mcpcodegen.codegen.model.ApiOperation;
import dev.mcpcodegen.codegen.model.ApiOperation.ApiParameter;
import dev.mcpcodegen.codegen.model.ApiOperation.ApiRequest;
import dev.mcpcodegen.codegen.model.ApiOperation.ApiResponse;
import dev.mcpcodegen.codegen.model.SecurityModel;
import dev.mcpcodegen.codegen.model.ToolDirectives;
import dev.mcpcodegen.codegen.model.ToolDirectives.ArgumentDirectives;
import dev.mcpcodegen.codegen.model.TypeModel;
import dev.mcpcodegen.codegen.openapi.DocumentTree.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads one operation with everything that belongs to it. */
final class OperationReader {

    private final DocumentTree tree;
    private final Credentials credentials;
    private final SecurityReader security;
    private final ServerReader servers;
    private final ParameterReader parameters;
    private final BodyReader bodies;
    private final SchemaReader schemas;
    private final DocumentScope problems;

    OperationReader(
            DocumentTree tree,
            SchemaReader schemas,
            SecurityReader security,
            ServerReader servers,
            DocumentScope problems) {
        this.tree = tree;
        this.credentials = new Credentials(security.schemes(), security.isDetected(), problems);
        this.security = security;
        this.servers = servers;
        this.parameters = new ParameterReader(tree, schemas, credentials, problems);
        this.bodies = new BodyReader(tree, schemas);
        this.schemas = schemas;
        this.problems = problems;
    }

    /** Reads what one operation becomes: itself, or one operation for each entry of an extension that is a list. */
    List<ApiOperation> read(OperationPlace found) {
        ApiOperation read = operation(found);
        Map<String, ArgumentDirectives> declared = read.directives().arguments();
        return DirectivesReader.tools(found.pathItem(), found.operation(), problems).entrySet().stream()
                .map(tool -> read.withVariant(
                        variant(read.variant(), tool.getKey()), tool.getValue().withArguments(declared)))
                .toList();
    }

    /** A fragment of the path and an entry of the extension may both tell an operation from another one. */
    private static String variant(String fragment, String entry) {
        return fragment.isEmpty() || entry.isEmpty() ? fragment + entry : fragment + "." + entry;
    }

    private ApiOperation operation(OperationPlace found) {
        Place pathPlace = found.pathItem();
        Place place = found.operation();
        SecurityModel wanted = security.ofOperation(found);
        boolean secured = isSecured(wanted);
        Map<String, ArgumentDirectives> declared = new LinkedHashMap<>();
        List<ApiParameter> read = parameters.read(found, secured, declared);
        directProperties(found, secured, declared);
        List<String> notes = new ArrayList<>();
        return new ApiOperation(
                found.httpMethod(),
                found.path(),
                found.writtenPath(),
                place.pointer(),
                found.variant(),
                found.fragment(),
                place.text("operationId"),
                place.words("summary"),
                place.words("description"),
                place.texts("tags"),
                place.node().path("deprecated").asBoolean(false),
                read,
                bodies.read(place, notes),
                response(place),
                new ApiRequest(servers(pathPlace, place), wanted, notes),
                ToolDirectives.NONE.withArguments(declared));
    }

    /** The servers that stand nearest to the operation. */
    private List<String> servers(Place pathPlace, Place place) {
        return servers.ofOperation((place.child("servers").node().isEmpty() ? pathPlace : place).child("servers"));
    }

    private boolean isSecured(@Nullable SecurityModel own) {
        SecurityModel wanted = own == null ? security.ofDocument() : own;
        return !wanted.alternatives().isEmpty();
    }

    /** What properties of the body say of themselves; those that carry a credential are hidden. */
    private void directProperties(OperationPlace found, boolean secured, Map<String, ArgumentDirectives> directives) {
        bodies.properties(found.operation()).forEach((name, property) -> {
            ArgumentDirectives own = DirectivesReader.ofDeclaration(property);
            if (own != null) {
                directives.putIfAbsent(name, own);
            }
            Place declaration = tree.follow(property);
            if (credentials.includeProperty(name, declaration, found.operation(), found.path(), secured)) {
                directives.put(name, ArgumentDirectives.CREDENTIAL);
            }
        });
    }

    private ApiResponse response(Place operation) {
        Place responses = operation.child("responses");
        for (String status : successes(responses.node())) {
            Place answer = tree.follow(responses.child(status));
            Place content = answer.child("content");
            Optional<String> mediaType = MediaTypes.preferred(content.node());
            if (mediaType.isPresent()) {
                List<String> headers = new ArrayList<>();
                answer.child("headers").node().fieldNames().forEachRemaining(headers::add);
                return new ApiResponse(
                        mediaType.get(),
                        schemas.type(content.child(mediaType.get()).child("schema")),
                        List.copyOf(headers));
            }
        }
        return new ApiResponse("", new TypeModel.AnyType(), List.of());
    }

    /** Success statuses, lowest first; {@code 2XX} and {@code default} after the exact ones. */
    private static List<String> successes(JsonNode responses) {
        List<String> exact = new ArrayList<>();
        responses.fieldNames().forEachRemaining(status -> {
            if (status.matches("2\\d\\d")) {
                exact.add(status);
            }
        });
        exact.sort(null);
        for (String general : List.of("2XX", "2xx", "default")) {
            if (responses.has(general)) {
                exact.add(general);
            }
        }
        return exact;
    }
}
