package dev.mcpcodegen.runtime.tool;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Schemes that a call needs together (OpenAPI 3.1, Security Requirement Object).
 *
 * @param scopes the scopes needed of each scheme, by its name; empty when the call may go without any
 */
public record SecurityRequirement(Map<String, List<String>> scopes) {

    /** The call may go without a credential. */
    public static SecurityRequirement none() {
        return new SecurityRequirement(Map.of());
    }

    public static SecurityRequirement of(String scheme, String... scopes) {
        return none().and(scheme, scopes);
    }

    /** Adds a scheme that is needed as well. */
    public SecurityRequirement and(String scheme, String... newScopes) {
        Map<String, List<String>> both = new LinkedHashMap<>(scopes);
        both.put(scheme, List.of(newScopes));
        return new SecurityRequirement(Collections.unmodifiableMap(both));
    }
}
