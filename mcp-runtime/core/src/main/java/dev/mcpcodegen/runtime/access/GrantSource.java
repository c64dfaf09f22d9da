package dev.mcpcodegen.runtime.access;

import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Finds the grant that a caller's proof stands for. Port: static configuration here, a database in the control plane. */
public interface GrantSource {

    /** Returns the grant, expired or not; empty when this source does not know the caller. */
    CompletionStage<Optional<Grant>> find(Caller caller);
}
