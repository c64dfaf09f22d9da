package dev.mcpcodegen.codegen.spec;

/** Versions of the description format. */
public enum SpecVersion {
    SWAGGER_2_0,
    OPENAPI_3_0,
    OPENAPI_3_1,
    OPENAPI_3_2
}
