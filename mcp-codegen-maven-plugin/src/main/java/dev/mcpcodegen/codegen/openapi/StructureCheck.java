package dev.mcpcodegen.codegen.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mcpcodegen.codegen.openapi.DocumentTree.Place;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Asks Swagger Parser, which has seen more documents than anybody, what it thinks of this one's structure. It
 * is shown a skeleton without schemas, words and examples, whose reading costs it most, and does no I/O; what it loses is not
 * lost, since operations are read from the tree.
 */
final class StructureCheck {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** Beyond these more messages say nothing new. */
    private static final int MAX_MESSAGES = 20;

    private final DocumentTree tree;
    private final List<String> notes = new ArrayList<>();

    private StructureCheck(DocumentTree tree) {
        this.tree = tree;
    }

    /** Looks at operations while the caller reads them; returns what there is to tell in the end. */
    static CompletableFuture<List<String>> begin(DocumentTree tree, List<OperationPlace> operations) {
        return CompletableFuture.supplyAsync(
                () -> new StructureCheck(tree).notes(operations),
                check -> new Thread(check, "mcp-codegen-structure").start());
    }

    private List<String> notes(List<OperationPlace> operations) {
        List<OperationPlace> known =
                operations.stream().filter(StructureCheck::knownMethod).toList();
        ObjectNode skeleton = skeleton(known);
        try {
            ParseOptions options = new ParseOptions();
            options.setResolve(false);
            note(known, new OpenAPIV3Parser().parseJsonNode(null, skeleton, options));
        } catch (RuntimeException | StackOverflowError e) {
            notes.add(
                    "Swagger Parser fails at this document with " + e.getClass().getSimpleName() + ".");
        }
        return notes;
    }

    private void note(List<OperationPlace> known, SwaggerParseResult result) {
        List<String> messages = Objects.requireNonNullElse(result.getMessages(), List.of());
        messages.stream().limit(MAX_MESSAGES).forEach(message -> notes.add("Swagger Parser says: " + message + "."));
        OpenAPI model = result.getOpenAPI();
        if (model == null || (model.getPaths() == null && !known.isEmpty())) {
            notes.add("Swagger Parser makes nothing of this document.");
            return;
        }
        List<OperationPlace> lost =
                known.stream().filter(place -> !same(place, model)).toList();
        if (!lost.isEmpty()) {
            notes.add("Swagger Parser loses parts of " + lost.size() + " operations, such as "
                    + lost.get(0).line() + ".");
        }
    }

    private static boolean knownMethod(OperationPlace place) {
        for (PathItem.HttpMethod method : PathItem.HttpMethod.values()) {
            if (method.name().equals(place.httpMethod())) {
                return true;
            }
        }
        return false;
    }

    /** Structure and nothing else, in a version that the parser knows. */
    private ObjectNode skeleton(List<OperationPlace> operations) {
        ObjectNode skeleton = NODES.objectNode().put("openapi", "3.0.3");
        skeleton.putObject("info").put("title", "t").put("version", "1");
        ObjectNode paths = skeleton.putObject("paths");
        for (OperationPlace place : operations) {
            ObjectNode item = paths.path(key(place)) instanceof ObjectNode known ? known : paths.putObject(key(place));
            ObjectNode operation = item.putObject(place.httpMethod().toLowerCase(Locale.ROOT));
            if (place.operation().text("operationId") != null) {
                operation.put("operationId", place.operation().text("operationId"));
            }
            ArrayNode parameters = operation.putArray("parameters");
            parameters(place).forEach(parameter -> parameters.add(parameter(parameter.node())));
            if (hasBody(place)) {
                operation.putObject("requestBody").putObject("content").putObject("application/json");
            }
            ObjectNode responses = operation.putObject("responses");
            place.operation()
                    .child("responses")
                    .node()
                    .fieldNames()
                    .forEachRemaining(status -> responses.putObject(status).put("description", "d"));
        }
        return skeleton;
    }

    private static ObjectNode parameter(JsonNode parameter) {
        ObjectNode result = NODES.objectNode();
        for (String member : List.of("name", "in", "required", "style", "explode")) {
            if (parameter.has(member)) {
                result.set(member, parameter.get(member));
            }
        }
        result.putObject("schema").put("type", "string");
        return result;
    }

    /** An operation's own and its path's, of which it may have its own version. */
    private Collection<Place> parameters(OperationPlace place) {
        Map<String, Place> parameters = new LinkedHashMap<>();
        for (Place list :
                List.of(place.pathItem().child("parameters"), place.operation().child("parameters"))) {
            for (int i = 0; i < list.node().size(); i++) {
                Place parameter = tree.follow(list.child(i));
                parameters.put(parameter.text("in") + " " + parameter.text("name"), parameter);
            }
        }
        return parameters.values();
    }

    private static String key(OperationPlace place) {
        return place.variant().isEmpty() ? place.path() : place.path() + "#" + place.variant();
    }

    private static boolean hasBody(OperationPlace place) {
        return place.operation().child("requestBody").exists();
    }

    private boolean same(OperationPlace place, OpenAPI model) {
        PathItem item = model.getPaths().get(key(place));
        Operation operation =
                item == null ? null : item.readOperationsMap().get(PathItem.HttpMethod.valueOf(place.httpMethod()));
        return operation != null
                && size(operation.getParameters()) == parameters(place).size()
                && (operation.getRequestBody() != null) == hasBody(place);
    }

    private static int size(@Nullable List<?> list) {
        return list == null ? 0 : list.size();
    }
}
