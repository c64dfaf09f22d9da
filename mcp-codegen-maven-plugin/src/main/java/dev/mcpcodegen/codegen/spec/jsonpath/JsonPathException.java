package dev.mcpcodegen.codegen.spec.jsonpath;

import java.io.Serial;

/** Says why a query is no JSONPath, or that it selects too much. */
public final class JsonPathException extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    JsonPathException(String message) {
        super(message);
    }

    /** What is wrong, as a sentence. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
