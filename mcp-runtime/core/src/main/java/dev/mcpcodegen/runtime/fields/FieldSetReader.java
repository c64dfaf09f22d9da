package dev.mcpcodegen.runtime.fields;

import dev.mcpcodegen.runtime.arguments.ValueSchema;
import dev.mcpcodegen.runtime.catalog.CatalogTool;
import dev.mcpcodegen.runtime.catalog.ToolCatalog;
import dev.mcpcodegen.runtime.fields.FieldSet.Argument;
import dev.mcpcodegen.runtime.fields.FieldSet.Each;
import dev.mcpcodegen.runtime.fields.FieldSet.Options;
import dev.mcpcodegen.runtime.fields.FieldSet.Owners;
import dev.mcpcodegen.runtime.fields.FieldSet.Source;
import dev.mcpcodegen.runtime.fields.FieldType.WriteRule;
import dev.mcpcodegen.runtime.tool.ToolDefinition;
import dev.mcpcodegen.runtime.tool.ToolJson;
import dev.mcpcodegen.runtime.tool.UpstreamTool;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads the resource that a field set is generated as, and finds the tools that it names. */
final class FieldSetReader {

    private final ToolCatalog catalog;
    private final String integration;
    private final String name;

    private FieldSetReader(ToolCatalog catalog, String integration, String name) {
        this.catalog = catalog;
        this.integration = integration;
        this.name = name;
    }

    /**
     * Reads the set that a tool names.
     *
     * @throws IllegalArgumentException if it cannot be used; the message says why
     */
    static FieldSet read(ToolCatalog catalog, CatalogTool<?> tool, String resource) {
        String path = ToolDefinition.ROOT + resource;
        ClassLoader loader = tool.tool().getClass().getClassLoader();
        try (InputStream json = loader.getResourceAsStream(path)) {
            if (json == null) {
                throw new IllegalArgumentException(
                        "The resource " + path + " is missing. Was it left out when the WAR was" + " packaged?");
            }
            return new FieldSetReader(catalog, tool.integration().name(), resource).set(ToolJson.MAPPER.readTree(json));
        } catch (IOException | JacksonException e) {
            throw new IllegalArgumentException("The resource " + path + " cannot be read: " + e.getMessage(), e);
        }
    }

    private FieldSet set(JsonNode json) {
        Source source = source(json.path("source"));
        JsonNode owners = json.path("owners");
        List<Options> options = new ArrayList<>();
        json.path("options").forEach(option -> options.add(options(option, source)));
        Map<String, FieldType> types = new LinkedHashMap<>();
        json.path("types").forEachEntry((type, rules) -> types.put(type, type(rules)));
        return new FieldSet(
                name,
                source,
                owners.isMissingNode()
                        ? null
                        : new Owners(
                                source(owners),
                                required(owners, "key"),
                                required(owners, "title"),
                                owners.path("max").asInt(1)),
                each(json.path("each")),
                List.copyOf(options),
                types,
                Duration.parse(json.path("ttl").asString("PT5M")));
    }

    private Source source(JsonNode json) {
        String tool = json.path("tool").asString("");
        CatalogTool<?> found = catalog.tool(integration, tool).orElse(null);
        if (found == null || !(found.tool() instanceof UpstreamTool<?, ?>)) {
            throw new IllegalArgumentException(
                    name + " names the tool \"" + tool + "\", which " + integration + " does not have.");
        }
        Map<String, Argument> arguments = new LinkedHashMap<>();
        json.path("arguments").forEachEntry((argument, given) -> {
            JsonNode from = given.path("from");
            arguments.put(argument, new Argument(from.isString() ? from.asString() : null, given.get("const")));
        });
        return new Source(found, arguments, required(json, "items"));
    }

    private Options options(JsonNode json, Source fields) {
        Source source = null;
        if (json.has("tool")) {
            Source own = source(json);
            source = own.inheriting(
                    fields.arguments(), own.tool().ownArguments().schema().properties());
        }
        return new Options(
                json.path("types").valueStream().map(type -> type.asString("")).collect(Collectors.toUnmodifiableSet()),
                source,
                required(json, "items"),
                required(json, "value"),
                required(json, "title"),
                pointer(json, "archived"));
    }

    private static Each each(JsonNode json) {
        return new Each(
                required(json, "key"),
                pointer(json, "title"),
                pointer(json, "description"),
                pointer(json, "type"),
                pointer(json, "required"),
                pointer(json, "hasDefault"),
                pointer(json, "multiple"),
                pointer(json, "writable"),
                pointer(json, "archived"));
    }

    private static FieldType type(JsonNode json) {
        List<WriteRule> write = new ArrayList<>();
        json.path("write").forEach(rule -> {
            ValueSchema when = rule.path("when") instanceof ObjectNode schema ? ValueSchema.of(schema) : null;
            write.add(new WriteRule(when, new ValueTemplate(rule.path("as"))));
        });
        ObjectNode schema =
                json.path("schema") instanceof ObjectNode given ? given : ToolJson.MAPPER.createObjectNode();
        // Compiled to be held against the first value, or refused now.
        ValueSchema.of(schema);
        return new FieldType(schema, List.copyOf(write), json.path("readOnly").asBoolean(false));
    }

    private static JsonPointer required(JsonNode json, String key) {
        return JsonPointer.compile(json.path(key).asString(""));
    }

    private static @Nullable JsonPointer pointer(JsonNode json, String key) {
        return json.has(key) ? required(json, key) : null;
    }
}
