package dev.mcpcodegen.codegen.schema;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mcpcodegen.codegen.model.IntegrationModel;
import dev.mcpcodegen.codegen.model.PropertyModel;
import dev.mcpcodegen.codegen.model.ResponseModel;
import dev.mcpcodegen.codegen.model.ToolModel;
import dev.mcpcodegen.codegen.model.TypeDeclaration.ObjectDefinition;
import dev.mcpcodegen.codegen.model.TypeModel;
import java.util.Optional;

/**
 * The output schema of a tool: the shape of what comes back, without words and rules. Vendors' answers keep their documentation less well
 * than callers' arguments, and clients reject an answer that breaks its schema, so nothing is required here and everything may be null.
 */
final class OutputSchemas {

    /** Deeper levels may hold anything. */
    private static final int MAX_DEPTH = 2;

    /** A model pays for each; wide answers are therefore described to a lesser depth. */
    private static final int MAX_PROPERTIES = 500;

    private final IntegrationModel integration;
    private final int maxDepth;
    private int properties;

    private OutputSchemas(IntegrationModel integration, int maxDepth) {
        this.integration = integration;
        this.maxDepth = maxDepth;
    }

    /** Returns the schema of {@code structuredContent}; empty for files and for answers without content. */
    static Optional<ObjectNode> of(ToolModel tool, IntegrationModel integration) {
        if (tool.response().kind() != ResponseModel.Kind.JSON) {
            return Optional.empty();
        }
        ObjectNode result = deepest(tool.response().type(), integration);
        if (tool.pages().isEmpty()) {
            return Optional.of(isObject(result) ? result.put("type", "object") : wrapped(result));
        }
        ObjectNode page = object();
        ObjectNode properties = page.putObject("properties");
        properties.putObject("result").put("type", "array").set("items", result);
        properties.putObject("next_cursor").put("type", "string");
        properties.putObject("meta").put("type", "object");
        page.putArray("required").add("result");
        return Optional.of(page);
    }

    private static ObjectNode deepest(TypeModel type, IntegrationModel integration) {
        for (int depth = MAX_DEPTH; depth > 1; depth--) {
            OutputSchemas schemas = new OutputSchemas(integration, depth);
            ObjectNode schema = schemas.type(type, 0);
            if (schemas.properties <= MAX_PROPERTIES) {
                return schema;
            }
        }
        return new OutputSchemas(integration, 1).type(type, 0);
    }

    /** The runtime wraps an answer that is no object, and so does the schema; an answer of unknown shape may be either. */
    private static ObjectNode wrapped(ObjectNode result) {
        ObjectNode schema = object();
        if (!result.isEmpty()) {
            schema.putObject("properties").set("result", result);
        }
        return schema;
    }

    private static boolean isObject(ObjectNode schema) {
        return schema.path("type").path(0).asText().equals("object");
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode().put("type", "object");
    }

    private ObjectNode type(TypeModel type, int depth) {
        if (type instanceof TypeModel.NullableType nullable) {
            return type(nullable.type(), depth);
        }
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        if (type instanceof TypeModel.StringType) {
            schema.put("type", "string");
        } else if (type instanceof TypeModel.IntegerType || type instanceof TypeModel.NumberType) {
            schema.put("type", "number");
        } else if (type instanceof TypeModel.BooleanType) {
            schema.put("type", "boolean");
        } else if (type instanceof TypeModel.ListType list) {
            schema.put("type", "array");
            ObjectNode items = type(list.items(), depth + 1);
            if (!items.isEmpty()) {
                schema.set("items", items);
            }
        } else if (type instanceof TypeModel.MapType) {
            schema.put("type", "object");
        } else if (type instanceof TypeModel.Reference reference) {
            reference(schema, reference, depth);
        }
        return schema.isEmpty() ? schema : Nullability.allow(schema);
    }

    private void reference(ObjectNode schema, TypeModel.Reference reference, int depth) {
        if (!(integration.type(reference).definition() instanceof ObjectDefinition object)) {
            schema.put("type", "string");
            return;
        }
        schema.put("type", "object");
        if (depth < maxDepth && properties <= MAX_PROPERTIES) {
            ObjectNode members = schema.putObject("properties");
            for (PropertyModel property : object.properties()) {
                properties++;
                members.set(property.name(), type(property.type(), depth + 1));
            }
        }
    }
}
