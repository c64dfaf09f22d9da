package dev.mcpcodegen.runtime.server;

import dev.mcpcodegen.runtime.access.AccessPolicy;
import dev.mcpcodegen.runtime.access.Grant;
import dev.mcpcodegen.runtime.access.Subject;
import dev.mcpcodegen.runtime.catalog.CatalogTool;
import dev.mcpcodegen.runtime.catalog.ToolCatalog;
import dev.mcpcodegen.runtime.files.FileLinks;
import dev.mcpcodegen.runtime.files.FileTicket;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Reads links and decides again whether their calls may be made, as if their callers had come with their own credential. Why a link leads
 * nowhere is not told. Thread-safe.
 */
public final class LinkRedeemer {

    private final FileLinks links;
    private final AccessPolicy access;
    private final ToolCatalog catalog;

    public LinkRedeemer(FileLinks links, AccessPolicy access, ToolCatalog catalog) {
        this.links = links;
        this.access = access;
        this.catalog = catalog;
    }

    /** Reads the last segment of a link's path; empty when it is good for nothing, or no longer. Fails when access cannot be decided. */
    CompletionStage<Optional<RedeemedLink>> redeem(FileTicket.Kind kind, String sealed) {
        return redeem(links.open(kind, sealed));
    }

    /** Reads a whole link to a file. */
    CompletionStage<Optional<RedeemedLink>> redeemLink(String link) {
        return redeem(links.openLink(link));
    }

    private CompletionStage<Optional<RedeemedLink>> redeem(Optional<FileTicket> opened) {
        FileTicket ticket = opened.orElse(null);
        if (ticket == null) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        return access.renew(ticket.tenant(), ticket.grant())
                .thenApply(found -> found.filter(grant -> isSame(grant, ticket))
                        .flatMap(grant -> tool(grant, ticket).map(tool -> new RedeemedLink(ticket, grant, tool))));
    }

    /** A grant that was made anew under an old name is another one. */
    private static boolean isSame(Grant grant, FileTicket ticket) {
        return grant.account().tenant().equals(ticket.tenant())
                && grant.account().id().equals(ticket.account())
                && grant.subject().id().equals(ticket.subject());
    }

    private Optional<CatalogTool<?>> tool(Grant grant, FileTicket ticket) {
        return catalog.view(grant)
                .flatMap(view -> view.find(ticket.tool()))
                .filter(tool -> !tool.integration().personOnly() || grant.subject() instanceof Subject.Person);
    }
}
