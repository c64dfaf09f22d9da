package dev.mcpcodegen.codegen.schema;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which keywords of JSON Schema 2020-12 an input schema may hold. */
public enum SchemaProfile {
    /** What all known clients take: the intersection of {@link Client}. */
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
    private enum Client {
        /**
         * Messages API, {@code tools[].input_schema}: an object at the root without oneOf, anyOf and allOf; keys as in
         * {@link InputSchemaCheck}. Seen as "input_schema does not support oneOf, allOf, or anyOf at the top level" and "Property keys
         * should match pattern" in github.com/anthropics/claude-code issues 5319 and 92648.
         */
        ANTHROPIC("$anchor", "$dynamicRef", "$dynamicAnchor"),
        /**
         * Function calling, platform.openai.com/docs/guides/structured-outputs, "Supported schemas": what strict mode cannot express is
         * an error there.
         */
        OPENAI(
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
                "deprecated"),
        /**
         * {@code FunctionDeclaration.parametersJsonSchema}, ai.google.dev/api/caching#FunctionDeclaration: a subset with one type each,
         * no combinators but anyOf and oneOf, no const.
         */
        GEMINI("allOf", "not", "if", "then", "else", "const", "patternProperties", "dependentSchemas", TYPE_LIST),
        /**
         * {@code ToolSchema} of @modelcontextprotocol/sdk 1.x: the root is an object and its properties are objects; the Inspector's
         * strict mode complains about lists of types.
         */
        TYPESCRIPT_SDK_V1(TYPE_LIST);

        private final Set<String> refused;

        Client(String... refused) {
            this.refused = Set.of(refused);
        }
    }

    /** The keywords that may occur. */
    Set<String> keywords() {
        Set<String> keywords = new HashSet<>(WRITTEN);
        clients().forEach(client -> keywords.removeAll(client.refused));
        return keywords;
    }

    /** Whether {@code type} may be a list, as {@code ["string", "null"]}. */
    boolean allowsTypeLists() {
        return clients().stream().noneMatch(client -> client.refused.contains(TYPE_LIST));
    }

    private List<Client> clients() {
        return this == PORTABLE ? List.copyOf(EnumSet.allOf(Client.class)) : List.of();
    }
}
