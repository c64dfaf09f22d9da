package dev.mcpcodegen.runtime.access;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Finds the grant that a caller's proof stands for. Port: static configuration here, a database in the control plane. */
public interface GrantSource {

    /** Returns the grant, expired or not; empty when this source does not know the caller. */
    CompletionStage<Optional<Grant>> find(Caller caller);

    /**
     * Returns a grant of a tenant as it is now, expired or not, for what was handed out under it before; empty when it was revoked. A source
     * that does not look its grants up this way has none of its callers' links followed.
     */
    default CompletionStage<Optional<Grant>> find(String tenant, String grantId) {
        return CompletableFuture.completedFuture(Optional.empty());
    }
}
