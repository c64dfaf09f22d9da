package dev.mcpcodegen.runtime.files;

import java.time.Duration;

/**
 * What files may take.
 *
 * @param maxBytes of one file that goes through, either way
 * @param timeout for one file, from its first byte to its last
 * @param linkLifetime how long a link is good
 */
public record FileLimits(long maxBytes, Duration timeout, Duration linkLifetime) {}
