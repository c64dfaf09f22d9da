package dev.mcpcodegen.codegen.spec.bundle;

import org.jspecify.annotations.Nullable;

/**
 * What an object of an OpenAPI 3 document is, by where it stands. A {@code $ref} means different things in a schema, in a path
 * item and in an example, and nothing at all in data.
 */
enum Position {
    DOCUMENT(null, false),
    COMPONENTS(null, false),
    PATH_ITEM_MAP(null, false),
    PATH_ITEM(null, true),
    OPERATION_MAP(null, false),
    OPERATION(null, true),
    PARAMETER_LIST(null, true),
    PARAMETER_MAP(null, true),
    PARAMETER("parameters", true),
    REQUEST_BODY_MAP(null, true),
    REQUEST_BODY("requestBodies", true),
    RESPONSE_MAP(null, true),
    RESPONSE("responses", false),
    HEADER_MAP(null, false),
    HEADER("headers", false),
    EXAMPLE_MAP(null, false),
    EXAMPLE("examples", false),
    LINK_MAP(null, false),
    LINK("links", false),
    CALLBACK_MAP(null, false),
    CALLBACK("callbacks", false),
    SECURITY_SCHEME_MAP(null, true),
    SECURITY_SCHEME("securitySchemes", true),
    MEDIA_TYPE_MAP(null, true),
    MEDIA_TYPE(null, true),
    ENCODING_MAP(null, false),
    ENCODING(null, false),
    SCHEMA_MAP(null, false),
    SCHEMA_LIST(null, false),
    SCHEMA("schemas", false),
    DISCRIMINATOR(null, false),
    MAPPING(null, false),
    EXTENSION(null, false),
    OTHER(null, false),
    DATA(null, false);

    private final @Nullable String component;
    private final boolean shapesRequest;

    Position(@Nullable String component, boolean shapesRequest) {
        this.component = component;
        this.shapesRequest = shapesRequest;
    }

    /** Map under {@code components} for what stands here; null when it has none and a reference is replaced by its target. */
    @Nullable
    String component() {
        return component;
    }

    /** Whether a request would be wrong without it; what only describes may be missing. */
    boolean shapesRequest() {
        return shapesRequest;
    }

    /** Position of a member or element. */
    Position child(String token) {
        return switch (this) {
            case PATH_ITEM_MAP, CALLBACK -> extension(token, PATH_ITEM);
            case OPERATION_MAP -> extension(token, OPERATION);
            case PARAMETER_LIST, PARAMETER_MAP -> PARAMETER;
            case REQUEST_BODY_MAP -> REQUEST_BODY;
            case RESPONSE_MAP -> extension(token, RESPONSE);
            case HEADER_MAP -> HEADER;
            case EXAMPLE_MAP -> EXAMPLE;
            case LINK_MAP -> LINK;
            case CALLBACK_MAP -> CALLBACK;
            case SECURITY_SCHEME_MAP -> SECURITY_SCHEME;
            case MEDIA_TYPE_MAP -> MEDIA_TYPE;
            case ENCODING_MAP -> ENCODING;
            case SCHEMA_MAP, SCHEMA_LIST -> SCHEMA;
            case DATA, MAPPING -> DATA;
            case EXTENSION -> EXTENSION;
            default -> token.startsWith("x-") ? EXTENSION : named(token);
        };
    }

    private static Position extension(String token, Position otherwise) {
        return token.startsWith("x-") ? EXTENSION : otherwise;
    }

    private Position named(String token) {
        return switch (this) {
            case DOCUMENT ->
                switch (token) {
                    case "components" -> COMPONENTS;
                    case "paths", "webhooks" -> PATH_ITEM_MAP;
                    // The next four are of Swagger 2.0.
                    case "definitions" -> SCHEMA_MAP;
                    case "parameters" -> PARAMETER_MAP;
                    case "responses" -> RESPONSE_MAP;
                    case "securityDefinitions" -> SECURITY_SCHEME_MAP;
                    default -> OTHER;
                };
            case COMPONENTS -> component(token);
            case PATH_ITEM ->
                switch (token) {
                    case "parameters" -> PARAMETER_LIST;
                    case "servers", "summary", "description" -> OTHER;
                    case "additionalOperations" -> OPERATION_MAP;
                    default -> OPERATION;
                };
            case OPERATION ->
                switch (token) {
                    case "parameters" -> PARAMETER_LIST;
                    case "requestBody" -> REQUEST_BODY;
                    case "responses" -> RESPONSE_MAP;
                    case "callbacks" -> CALLBACK_MAP;
                    default -> OTHER;
                };
            case SCHEMA -> keyword(token);
            case DISCRIMINATOR -> token.equals("mapping") ? MAPPING : OTHER;
            case EXAMPLE -> token.equals("value") ? DATA : OTHER;
            case LINK -> DATA;
            // In Swagger 2.0 a response's examples are the examples themselves.
            case RESPONSE -> token.equals("examples") ? DATA : content(token);
            case PARAMETER, HEADER, REQUEST_BODY, MEDIA_TYPE, ENCODING -> content(token);
            default -> OTHER;
        };
    }

    private static Position component(String token) {
        return switch (token) {
            case "schemas" -> SCHEMA_MAP;
            case "responses" -> RESPONSE_MAP;
            case "parameters" -> PARAMETER_MAP;
            case "examples" -> EXAMPLE_MAP;
            case "requestBodies" -> REQUEST_BODY_MAP;
            case "headers" -> HEADER_MAP;
            case "securitySchemes" -> SECURITY_SCHEME_MAP;
            case "links" -> LINK_MAP;
            case "callbacks" -> CALLBACK_MAP;
            case "mediaTypes" -> MEDIA_TYPE_MAP;
            case "pathItems" -> PATH_ITEM_MAP;
            default -> OTHER;
        };
    }

    private static Position content(String token) {
        return switch (token) {
            case "schema", "itemSchema" -> SCHEMA;
            case "content" -> MEDIA_TYPE_MAP;
            case "headers" -> HEADER_MAP;
            case "links" -> LINK_MAP;
            case "encoding" -> ENCODING_MAP;
            case "examples" -> EXAMPLE_MAP;
            case "example" -> DATA;
            default -> OTHER;
        };
    }

    private static Position keyword(String token) {
        return switch (token) {
            case "properties", "patternProperties", "$defs", "definitions", "dependentSchemas" -> SCHEMA_MAP;
            case "allOf", "anyOf", "oneOf", "prefixItems" -> SCHEMA_LIST;
            case "items",
                    "additionalProperties",
                    "additionalItems",
                    "not",
                    "if",
                    "then",
                    "else",
                    "contains",
                    "propertyNames",
                    "unevaluatedItems",
                    "unevaluatedProperties",
                    "contentSchema" -> SCHEMA;
            case "discriminator" -> DISCRIMINATOR;
            case "example", "examples", "default", "enum", "const" -> DATA;
            default -> OTHER;
        };
    }
}
