package dev.mcpcodegen.runtime.upstream;

import dev.mcpcodegen.runtime.access.CredentialSource;
import dev.mcpcodegen.runtime.tool.ToolResult;
import java.util.concurrent.CompletableFuture;

/** Calls vendors. Thread-safe; never blocks; completes with a tool result in every case, also when the vendor refuses. */
public final class UpstreamClient implements AutoCloseable {

    public UpstreamClient(UpstreamConfig config, CredentialSource credentials) {}

    /** Starts a call. Cancelling the future closes the vendor's socket. */
    public CompletableFuture<ToolResult> call(UpstreamCall call) {
        return java.util.concurrent.CompletableFuture.failedFuture(new AssertionError("in work"));
    }

    @Override
    public void close() {}
}
