package dev.mcpcodegen.runtime.server;

import dev.mcpcodegen.runtime.access.AccessPolicy;
import dev.mcpcodegen.runtime.access.Caller;
import dev.mcpcodegen.runtime.access.Grant;
import dev.mcpcodegen.runtime.access.GrantSource;
import dev.mcpcodegen.runtime.catalog.ToolCatalog;
import dev.mcpcodegen.runtime.files.FileLimits;
import dev.mcpcodegen.runtime.files.FileLinks;
import dev.mcpcodegen.runtime.files.FileSeal;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Files of a server at {@code https://mcp.test}, for tests. */
final class TestFiles {

    static final FileLimits LIMITS = new FileLimits(10_000_000, Duration.ofSeconds(20), Duration.ofMinutes(10));

    private TestFiles() {}

    static FileLinks links(@Nullable URI publicUrl) {
        return new FileLinks(
                FileSeal.derive("a configured secret"), publicUrl, LIMITS.linkLifetime(), Clock.systemUTC());
    }

    static FileRouter router(ToolCatalog catalog, Grant... grants) {
        FileLinks links = links(URI.create("https://mcp.test"));
        return new FileRouter(links, redeemer(links, catalog, grants), LIMITS);
    }

    static LinkRedeemer redeemer(FileLinks links, ToolCatalog catalog, Grant... grants) {
        return new LinkRedeemer(links, new AccessPolicy(List.of(source(grants)), Clock.systemUTC()), catalog);
    }

    private static GrantSource source(Grant... grants) {
        return new GrantSource() {
            @Override
            public CompletionStage<Optional<Grant>> find(Caller caller) {
                return CompletableFuture.completedFuture(Optional.empty());
            }

            @Override
            public CompletionStage<Optional<Grant>> find(String tenant, String grantId) {
                return CompletableFuture.completedFuture(Arrays.stream(grants)
                        .filter(grant -> grant.id().equals(grantId))
                        .findFirst());
            }
        };
    }
}
