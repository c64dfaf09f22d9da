package dev.mcpcodegen.codegen.model;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The extension object {@code x-mcp} at the root of a document. Null means that the rules decide.
 *
 * @param fieldSets what tools name in {@code dynamicFields}, by name
 */
public record ApiDirectives(
        @Nullable String displayName,
        @Nullable String instructions,
        @Nullable String baseUrl,
        boolean personOnly,
        @Nullable LoginModel login,
        IntegrationModel.@Nullable ErrorModel errors,
        IntegrationModel.@Nullable RateLimitModel rateLimit,
        Map<String, FieldSetModel> fieldSets) {}
