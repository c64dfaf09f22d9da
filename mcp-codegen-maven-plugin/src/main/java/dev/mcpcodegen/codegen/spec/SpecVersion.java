package dev.mcpcodegen.codegen.spec;

/** Versions of the description format. */
public enum SpecVersion {
    SWAGGER_2_0("2.0"),
    OPENAPI_3_0("3.0"),
    OPENAPI_3_1("3.1"),
    OPENAPI_3_2("3.2");

    private final String number;

    SpecVersion(String number) {
        this.number = number;
    }

    /** Without patch level, such as {@code 3.1}. */
    public String number() {
        return number;
    }
}
