package dev.mcpcodegen.runtime.fields;

import dev.mcpcodegen.runtime.arguments.ArgumentReader;
import dev.mcpcodegen.runtime.catalog.CatalogTool;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A tool with arguments that hold fields: what is made of it when the fields are known. Immutable. */
final class DynamicTool<A> {

    private final CatalogTool<A> tool;
    private final List<DynamicArgument> arguments;

    DynamicTool(CatalogTool<A> tool, List<DynamicArgument> arguments) {
        this.tool = tool;
        this.arguments = arguments;
    }

    CatalogTool<A> tool() {
        return tool;
    }

    List<DynamicArgument> arguments() {
        return arguments;
    }

    /** The definition as an account's clients see it, a JSON object. */
    byte[] definition(Map<DynamicArgument, Shown> shown) {
        ObjectNode definition = tool.listed();
        shown.forEach((argument, fields) -> {
            if (property(definition.path("inputSchema"), argument) instanceof ObjectNode property) {
                new PropertySchemas(argument).tell(property, fields);
            }
        });
        return definition.toString().getBytes(StandardCharsets.UTF_8);
    }

    /**
     * The reader of arguments with the fields of those whom a call names.
     *
     * @param own whether it reads what reaches the tool itself, behind all interceptors
     */
    ArgumentReader<A> reader(Map<DynamicArgument, AccountFields> fields, boolean own) {
        ObjectNode schema = (ObjectNode) (own ? tool.own() : tool).listed().required("inputSchema");
        fields.forEach((argument, known) -> {
            if (property(schema, argument) instanceof ObjectNode property) {
                new PropertySchemas(argument).check(property, known);
            }
        });
        return ArgumentReader.of(tool.tool(), schema);
    }

    private static JsonNode property(JsonNode schema, DynamicArgument argument) {
        return schema.path("properties").path(argument.property());
    }
}
