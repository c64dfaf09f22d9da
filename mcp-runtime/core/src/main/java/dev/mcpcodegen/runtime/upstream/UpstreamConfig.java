package dev.mcpcodegen.runtime.upstream;

import dev.mcpcodegen.runtime.limit.ByteBudget;
import java.time.Duration;

/**
 * Limits of the calls to vendors.
 *
 * @param connectTimeout for one connection
 * @param idleTimeout without a byte from the vendor
 * @param maxResponseBytes of one answer, after decompression
 * @param buffers what all answers together may hold
 * @param cursorKey 32 bytes that bind cursors; the same on all nodes
 * @param maxResultBytes of the JSON that a model is shown of one answer; what is larger is cut
 * @param maxFileBytes of one file that is passed on as it comes
 */
public record UpstreamConfig(
        Duration connectTimeout,
        Duration idleTimeout,
        int maxResponseBytes,
        ByteBudget buffers,
        CursorKey cursorKey,
        int maxResultBytes,
        long maxFileBytes) {}
