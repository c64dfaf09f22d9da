package dev.mcpcodegen.it.sandbox.octapipe;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects what is wrong with an input, so that all of it is told at once. */
final class Problems {

    private final Map<String, List<String>> byField = new LinkedHashMap<>();

    void add(String field, String message) {
        byField.computeIfAbsent(field, absent -> new ArrayList<>()).add(message);
    }

    /** Refuses the input if anything was found. */
    void refuse() {
        if (!byField.isEmpty()) {
            throw new InvalidInputException(byField);
        }
    }
}
