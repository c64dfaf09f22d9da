package dev.mcpcodegen.codegen.schema;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mcpcodegen.codegen.model.ArgumentModel;
import dev.mcpcodegen.codegen.model.BodyModel;
import dev.mcpcodegen.codegen.model.IntegrationModel;
import dev.mcpcodegen.codegen.model.PagingModel;
import dev.mcpcodegen.codegen.model.ToolModel;
import dev.mcpcodegen.codegen.model.TypeDeclaration.ObjectDefinition;
import java.util.List;

/** The input schema of a tool: a closed object of its flat arguments, with {@code limit} and {@code next_cursor} where it pages. */
final class InputSchemas {

    private static final String NEXT_CURSOR =
            "The last answer's next_cursor, unchanged and undecoded. Repeat all other arguments.";

    private InputSchemas() {}

    static ObjectNode of(ToolModel tool, IntegrationModel integration, SchemaProfile profile) {
        TypeSchemas types = new TypeSchemas(integration, profile, TypeSchemas.Direction.SENT);
        boolean many = tool.arguments().size() > ObjectDefinition.MAX_COMPONENTS;
        ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "object");
        ObjectNode properties = JsonNodeFactory.instance.objectNode();
        for (ArgumentModel argument : tool.arguments()) {
            properties.set(argument.name(), types.property(argument.property(), many || isTree(argument, tool)));
        }
        tool.pages().ifPresent(paging -> addPaging(properties, paging));
        if (!properties.isEmpty()) {
            schema.set("properties", properties);
        }
        List<String> required = tool.arguments().stream()
                .filter(ArgumentModel::required)
                .map(ArgumentModel::name)
                .toList();
        if (!required.isEmpty()) {
            ArrayNode names = schema.putArray("required");
            required.forEach(names::add);
        }
        schema.put("additionalProperties", tool.body().others().isPresent());
        types.definitions(schema).ifPresent(definitions -> schema.set("$defs", definitions));
        InputSchemaCheck.check(tool.name(), schema, profile);
        return schema;
    }

    /** A body that is no object of declared properties goes to the vendor as it came. */
    private static boolean isTree(ArgumentModel argument, ToolModel tool) {
        return argument.location() == ArgumentModel.Location.BODY && tool.body() instanceof BodyModel.JsonValue;
    }

    private static void addPaging(ObjectNode properties, PagingModel paging) {
        ObjectNode limit = properties
                .putObject("limit")
                .put("type", "integer")
                .put("minimum", 1)
                .put("maximum", paging.maxLimit())
                .put("description", "Maximum items to return.");
        Integer usual = paging.rules().usualLimit();
        if (usual != null) {
            limit.put("default", usual);
        }
        properties.putObject("next_cursor").put("type", "string").put("description", NEXT_CURSOR);
    }
}
