package dev.mcpcodegen.codegen.schema;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mcpcodegen.codegen.model.DynamicFieldsModel;
import dev.mcpcodegen.codegen.model.FieldSetModel;
import dev.mcpcodegen.codegen.model.FieldSetModel.Argument;
import dev.mcpcodegen.codegen.model.FieldSetModel.Options;
import dev.mcpcodegen.codegen.model.FieldSetModel.Owners;
import dev.mcpcodegen.codegen.model.FieldSetModel.Source;
import dev.mcpcodegen.codegen.model.IntegrationModel;
import dev.mcpcodegen.codegen.model.ToolModel;
import dev.mcpcodegen.codegen.output.GeneratedFile;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One resource a set of fields that customers define: how a running server learns of them, and what it tells and sends of each. */
final class FieldSetFiles {

    private static final ObjectMapper JSON = new ObjectMapper();

    private FieldSetFiles() {}

    /** Renders the sets that tools use, below {@code root}. */
    static List<GeneratedFile> of(IntegrationModel integration, String root) {
        Map<String, FieldSetModel> sets = new TreeMap<>();
        for (ToolModel tool : integration.tools()) {
            for (DynamicFieldsModel fields : tool.dynamicFields()) {
                sets.put(fields.resource(integration.name()), fields.set());
            }
        }
        return sets.entrySet().stream()
                .map(set -> new GeneratedFile(
                        GeneratedFile.Kind.RESOURCE,
                        root + set.getKey(),
                        json(set.getValue()).toPrettyString() + "\n"))
                .toList();
    }

    private static ObjectNode json(FieldSetModel set) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.set("source", source(set.source()));
        Owners owners = set.owners();
        if (owners != null) {
            node.set(
                    "owners",
                    source(owners.source())
                            .put("key", owners.key())
                            .put("title", owners.title())
                            .put("max", owners.max()));
        }
        ObjectNode each = node.putObject("each");
        set.each().forEach((role, pointer) -> {
            // Where the list stands is said of the source.
            if (!role.equals("items")) {
                each.put(role, pointer);
            }
        });
        if (!set.options().isEmpty()) {
            ArrayNode options = node.putArray("options");
            set.options().forEach(option -> options.add(options(option)));
        }
        ObjectNode types = node.putObject("types");
        set.types().forEach((type, rules) -> types.set(type, parsed(rules)));
        return node.put("ttl", set.ttl());
    }

    private static ObjectNode source(Source source) {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("tool", source.tool());
        ObjectNode arguments = node.putObject("arguments");
        source.arguments().forEach((name, argument) -> arguments.set(name, argument(argument)));
        return node.put("items", source.items());
    }

    private static ObjectNode argument(Argument argument) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        return argument.constJson() == null
                ? node.put("from", argument.from())
                : node.set("const", parsed(argument.constJson()));
    }

    private static ObjectNode options(Options options) {
        ObjectNode node = options.source() == null
                ? JsonNodeFactory.instance.objectNode().put("items", options.items())
                : source(options.source());
        ArrayNode types = node.putArray("types");
        options.types().forEach(types::add);
        node.put("value", options.value()).put("title", options.title());
        return options.archived() == null ? node : node.put("archived", options.archived());
    }

    /** Reads what was written of a tree. */
    private static JsonNode parsed(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What was read of a document is no JSON", e);
        }
    }
}
