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

    /**
     * The clients whose intersection is {@link #PORTABLE}, one row each. What they ask of roots, keys and references is not of keywords:
     * {@link InputSchemaCheck} has it.
     */
    private static final List<Client> CLIENTS = List.of(
            // platform.claude.com/docs/en/agents-and-tools/tool-use: without strict any schema of draft 2020-12 is
            // taken
            // that is an object without combinators at its root.
            new Client("Anthropic", Set.of()),
            // developers.openai.com/api/docs/guides/structured-outputs, "Supported schemas": errors in strict mode. The
            // page does not list oneOf; the interface answers "'oneOf' is not permitted". Without strict, which is how
            // tools of MCP servers are passed on, only the root is restricted.
            new Client(
                    "OpenAI",
                    Set.of("allOf", "oneOf", "not", "if", "then", "else", "dependentRequired", "dependentSchemas")),
            // ai.google.dev/api/caching, Schema, which hosts fill from a tool for FunctionDeclaration.parameters: type
            // is
            // one value, and what is no member, as these, is an unknown name. Google's own SDK passes the schema whole,
            // as
            // parametersJsonSchema (googleapis/js-genai, mcpToGeminiTool).
            new Client(
                    "Gemini",
                    Set.of(
                            "allOf",
                            "oneOf",
                            "not",
                            "if",
                            "then",
                            "else",
                            "const",
                            "patternProperties",
                            "dependentSchemas",
                            TYPE_LIST)),
            // ToolSchema of @modelcontextprotocol/sdk 1.x, types.ts: the root is an object, each of its properties an
            // object and no truth value, and required lists texts; nothing else is looked at.
            new Client("TypeScript SDK v1", Set.of()));

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
