package dev.mcpcodegen.it.sandbox.octapipe;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The vendor refuses what was sent, with status 422 and messages for each field. */
final class InvalidInputException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Map<String, List<String>> errors;

    InvalidInputException(Map<String, List<String>> errors) {
        super(errors.toString());
        this.errors = new LinkedHashMap<>(errors);
    }

    InvalidInputException(String field, String message) {
        this(Map.of(field, List.of(message)));
    }

    /** Returns what is wrong, by field. */
    Map<String, List<String>> errors() {
        return errors;
    }
}
