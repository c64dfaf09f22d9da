package dev.mcpcodegen.codegen.schema;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which keywords of JSON Schema 2020-12 an input schema may hold. */
public enum SchemaProfile {
    /** What all known clients take: the intersection of {@link #CLIENTS}. */
    PORTABLE,
    /** All that is known of an argument, for clients that take whole JSON Schema. */
    FULL;

    /** Stands for a {@code type} that is a list. */
    private static final String TYPE_LIST = "type: [...]";

    /** Every keyword that is ever written. */
    private static final Set<String> WRITTEN = Set.of(
            "$defs",
            "$ref",
            "additionalProperties",
            "anyOf",
            "default",
            "deprecated",
            "description",
            "enum",
            "examples",
            "exclusiveMaximum",
            "exclusiveMinimum",
            "format",
            "items",
            "maxItems",
            "maxLength",
            "maximum",
            "minItems",
            "minLength",
            "minimum",
            "multipleOf",
            "pattern",
            "properties",
            "required",
            "type",
            "uniqueItems",
            "writeOnly");

    /**
     * A client, and what makes it refuse a tool, or all tools, rather than ignore a keyword. What a client does not know it ignores, as
     * JSON Schema Core 2020-12, section 6.5, asks for.
     */
    private record Client(String name, Set<String> refused) {}

    /** The clients whose intersection is {@link #PORTABLE}, one row each. */
    private static final List<Client> CLIENTS = List.of(
            // Messages API, tools[].input_schema: an object without combinators at the root, keys as InputSchemaCheck
            // has them. Seen as
            // "input_schema does not support oneOf, allOf, or anyOf at the top level" and "Property keys should match
            // pattern" in
            // github.com/anthropics/claude-code, issues 5319 and 92648.
            new Client("Anthropic", Set.of("$anchor", "$dynamicRef", "$dynamicAnchor")),
            // platform.openai.com/docs/guides/structured-outputs, "Supported schemas": in strict mode these are errors.
            new Client(
                    "OpenAI",
                    Set.of(
                            "allOf",
                            "oneOf",
                            "not",
                            "if",
                            "then",
                            "else",
                            "dependentRequired",
                            "dependentSchemas",
                            "patternProperties",
                            "propertyNames",
                            "unevaluatedProperties",
                            "unevaluatedItems",
                            "contains",
                            "deprecated")),
            // ai.google.dev/api/caching, FunctionDeclaration.parametersJsonSchema: a subset with one type each and
            // without const.
            new Client(
                    "Gemini",
                    Set.of(
                            "allOf",
                            "not",
                            "if",
                            "then",
                            "else",
                            "const",
                            "patternProperties",
                            "dependentSchemas",
                            TYPE_LIST)),
            // ToolSchema of @modelcontextprotocol/sdk 1.x: the root is an object; the Inspector's strict mode complains
            // about lists of types.
            new Client("TypeScript SDK v1", Set.of(TYPE_LIST)));

    /** The keywords that may occur. */
    Set<String> keywords() {
        Set<String> keywords = new HashSet<>(WRITTEN);
        clients().forEach(client -> keywords.removeAll(client.refused()));
        return keywords;
    }

    /** Whether {@code type} may be a list, as {@code ["string", "null"]}. */
    boolean allowsTypeLists() {
        return clients().stream().noneMatch(client -> client.refused().contains(TYPE_LIST));
    }

    private List<Client> clients() {
        return this == PORTABLE ? CLIENTS : List.of();
    }
}
