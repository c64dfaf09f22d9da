package dev.mcpcodegen.codegen.schema;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mcpcodegen.codegen.model.IntegrationModel;
import dev.mcpcodegen.codegen.model.PropertyModel;
import dev.mcpcodegen.codegen.model.ResponseModel;
import dev.mcpcodegen.codegen.model.ToolModel;
import dev.mcpcodegen.codegen.model.TypeDeclaration.ObjectDefinition;
import dev.mcpcodegen.codegen.model.TypeDeclaration.UnionDefinition;
import dev.mcpcodegen.codegen.model.TypeModel;
import dev.mcpcodegen.codegen.schema.SchemaOptions.OutputDetail;
import java.util.Optional;

/**
 * The output schema of a tool: what comes back by the names of its properties, without words, rules and types. Vendors' answers keep their
 * documentation less well than callers' arguments, and clients reject an answer that breaks its schema; so nothing is required here, and
 * nothing is refused for being null.
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
    static Optional<ObjectNode> of(ToolModel tool, IntegrationModel integration, OutputDetail detail) {
        if (tool.response().kind() != ResponseModel.Kind.JSON || detail == OutputDetail.NONE) {
            return Optional.empty();
        }
        TypeModel type = tool.response().type();
        if (detail == OutputDetail.FULL) {
            TypeSchemas types = new TypeSchemas(integration, SchemaProfile.FULL, TypeSchemas.Direction.ANSWERED);
            ObjectNode schema = schema(tool, types.type(type, false), integration);
            types.definitions(schema).ifPresent(definitions -> schema.set("$defs", definitions));
            return Optional.of(schema);
        }
        return Optional.of(schema(tool, deepest(type, integration), integration));
    }

    private static ObjectNode schema(ToolModel tool, ObjectNode result, IntegrationModel integration) {
        if (tool.pages().isEmpty()) {
            return whole(tool.response().type(), result, integration);
        }
        ObjectNode page = object();
        ObjectNode properties = page.putObject("properties");
        properties.putObject("result").put("type", "array").set("items", result);
        properties.putObject("next_cursor").put("type", "string");
        properties.putObject("meta").put("type", "object");
        page.putArray("required").add("result");
        return page;
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
    private static ObjectNode whole(TypeModel type, ObjectNode result, IntegrationModel integration) {
        ObjectNode schema = object();
        if (isObject(type, integration)) {
            return schema.setAll(result);
        }
        if (type instanceof TypeModel.AnyType
                || type instanceof TypeModel.UnionType
                || isUnion(type, integration)
                || type instanceof TypeModel.MapType) {
            return schema;
        }
        schema.putObject("properties").set("result", result);
        return schema;
    }

    private static boolean isObject(TypeModel type, IntegrationModel integration) {
        return type instanceof TypeModel.Reference reference
                && integration.type(reference).definition() instanceof ObjectDefinition;
    }

    private static boolean isUnion(TypeModel type, IntegrationModel integration) {
        return type instanceof TypeModel.Reference reference
                && integration.type(reference).definition() instanceof UnionDefinition;
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode().put("type", "object");
    }

    private ObjectNode type(TypeModel type, int depth) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        if (type instanceof TypeModel.NullableType nullable) {
            return type(nullable.type(), depth);
        }
        if (type instanceof TypeModel.ListType list) {
            ObjectNode items = type(list.items(), depth + 1);
            if (!items.isEmpty()) {
                schema.set("items", items);
            }
        } else if (type instanceof TypeModel.Reference reference
                && integration.type(reference).definition() instanceof ObjectDefinition object
                && depth < maxDepth
                && properties <= MAX_PROPERTIES) {
            ObjectNode members = schema.putObject("properties");
            for (PropertyModel property : object.properties()) {
                properties++;
                members.set(property.name(), type(property.type(), depth + 1));
            }
        }
        return schema;
    }
}
