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
 */
public record UpstreamConfig(
        Duration connectTimeout, Duration idleTimeout, int maxResponseBytes, ByteBudget buffers, CursorKey cursorKey) {}
