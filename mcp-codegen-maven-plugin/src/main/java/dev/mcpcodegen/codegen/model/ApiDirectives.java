package dev.mcpcodegen.codegen.model;

import org.jspecify.annotations.Nullable;

/** The extension object {@code x-mcp} at the root of a document. Null means that the rules decide. */
public record ApiDirectives(
        @Nullable String displayName,
        @Nullable String instructions,
        @Nullable String baseUrl,
        boolean personOnly,
        @Nullable LoginModel login,
        IntegrationModel.@Nullable ErrorModel errors,
        IntegrationModel.@Nullable RateLimitModel rateLimit) {}
