package dev.mcpcodegen.runtime.access;

import dev.mcpcodegen.runtime.tool.Integration;
import dev.mcpcodegen.runtime.tool.SecurityScheme;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Where a vendor's document says that tokens are issued. Pure. */
public final class TokenUrls {

    private TokenUrls() {}

    /** Returns the only such place; empty when the document names none or several. */
    public static Optional<String> of(Integration integration) {
        List<String> urls = integration.securitySchemes().stream()
                .filter(SecurityScheme.OAuth2.class::isInstance)
                .map(scheme -> ((SecurityScheme.OAuth2) scheme).tokenUrl())
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return urls.size() == 1 ? Optional.of(urls.get(0)) : Optional.empty();
    }
}
