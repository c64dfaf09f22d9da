package dev.mcpcodegen.codegen.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mcpcodegen.codegen.diagnostic.DocumentScope;
import dev.mcpcodegen.codegen.openapi.DocumentTree.Place;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Asks Swagger Parser, which has seen more documents than anybody, what it thinks of this one's structure, and tells it as notes. It
 * is shown a skeleton without schemas, words and examples, whose reading costs it most, and does no I/O; what it loses is not
 * lost, since operations are read from the tree.
 */
final class StructureCheck {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** Beyond these more messages say nothing new. */
    private static final int MAX_MESSAGES = 20;

    private final DocumentTree tree;
    private final DocumentScope problems;

    StructureCheck(DocumentTree tree, DocumentScope problems) {
        this.tree = tree;
        this.problems = problems;
    }

    void check(List<OperationPlace> operations) {
        List<OperationPlace> known =
                operations.stream().filter(StructureCheck::knownMethod).toList();
        SwaggerParseResult result;
        try {
            ParseOptions options = new ParseOptions();
            options.setResolve(false);
            result = new OpenAPIV3Parser().readContents(skeleton(known).toString(), null, options);
        } catch (RuntimeException | StackOverflowError e) {
            note("Swagger Parser fails at this document with " + e.getClass().getSimpleName() + ".");
            return;
        }
        List<String> messages = Objects.requireNonNullElse(result.getMessages(), List.of());
        messages.stream().limit(MAX_MESSAGES).forEach(message -> note("Swagger Parser says: " + message + "."));
        OpenAPI model = result.getOpenAPI();
        if (model == null || (model.getPaths() == null && !known.isEmpty())) {
            note("Swagger Parser makes nothing of this document.");
            return;
        }
        List<OperationPlace> lost =
                known.stream().filter(place -> !same(place, model)).toList();
        if (!lost.isEmpty()) {
            note("Swagger Parser loses parts of " + lost.size() + " operations, such as "
                    + lost.get(0).line() + ".");
        }
    }

    private void note(String message) {
        problems.at("").info(message, "The document is read without its help; nothing is left out because of this.");
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
