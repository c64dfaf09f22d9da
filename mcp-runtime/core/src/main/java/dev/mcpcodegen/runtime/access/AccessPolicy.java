package dev.mcpcodegen.runtime.access;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Decides who may come in. */
public final class AccessPolicy {

    public AccessPolicy(List<GrantSource> sources, Clock clock) {}

    /** Finds the caller's grant and checks that it is in force. */
    public CompletionStage<AccessDecision> decide(Caller caller) {
        return java.util.concurrent.CompletableFuture.failedFuture(new AssertionError("in work"));
    }
}
