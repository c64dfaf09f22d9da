package dev.mcpcodegen.runtime.arguments;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.path.PathType;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Compiles input schemas for validation. Fetches nothing: a {@code $ref} out of the schema is an error. */
final class SchemaCompiler {

    /** Under these a schema holds data, in which {@code type} is no keyword. */
    private static final Set<String> DATA = Set.of("enum", "const", "default", "example", "examples");

    private static final SchemaRegistry REGISTRY = registry();

    private SchemaCompiler() {}

    static Schema compile(ObjectNode schema) {
        ObjectNode bounded = schema.deepCopy();
        boundIntegers(bounded);
        return REGISTRY.getSchema(bounded);
    }

    private static SchemaRegistry registry() {
        Dialect standard = Dialects.getDraft202012();
        Dialect dialect = Dialect.builder(standard)
                .formats(Map::clear)
                .formats(Formats.ASSERTED)
                .build();
        SchemaRegistryConfig config = SchemaRegistryConfig.builder()
                .formatAssertionsEnabled(true)
                .regularExpressionFactory(new LinearPatterns())
                .pathType(PathType.JSON_POINTER)
                .locale(Locale.ROOT)
                .build();
        return SchemaRegistry.withDefaultDialect(
                dialect,
                builder -> builder.schemaCacheEnabled(false)
                        .schemaLoader(loader -> loader.allow(iri -> false))
                        .schemaRegistryConfig(config));
    }

    /** Integers become {@code Long} unless the schema's own bounds are wider, so those that do not fit are told to the caller. */
    private static void boundIntegers(JsonNode node) {
        if (node instanceof ObjectNode schema
                && schema.path("type").isString()
                && schema.path("type").asString().equals("integer")) {
            if (!schema.has("minimum") && !schema.has("exclusiveMinimum")) {
                schema.put("minimum", Long.MIN_VALUE);
            }
            if (!schema.has("maximum") && !schema.has("exclusiveMaximum")) {
                schema.put("maximum", Long.MAX_VALUE);
            }
        }
        if (node instanceof ObjectNode object) {
            object.forEachEntry((keyword, value) -> {
                if (!DATA.contains(keyword)) {
                    boundIntegers(value);
                }
            });
        } else {
            node.forEach(SchemaCompiler::boundIntegers);
        }
    }
}
