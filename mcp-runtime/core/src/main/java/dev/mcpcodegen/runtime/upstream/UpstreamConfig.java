package dev.mcpcodegen.runtime.upstream;

import java.time.Duration;

/**
 * Limits of the calls to vendors.
 *
 * @param connectTimeout for one connection
 * @param idleTimeout without a byte from the vendor
 * @param maxResponseBytes of one answer, after decompression
 * @param cursorKey 32 bytes that bind cursors; the same on all nodes
 */
public record UpstreamConfig(
        Duration connectTimeout, Duration idleTimeout, int maxResponseBytes, CursorKey cursorKey) {}
