package dev.mcpcodegen.runtime.protocol;

/** The two ways of speaking MCP; a property of each single request. */
public enum Era {
    /** A handshake ({@code initialize}) comes first; revisions up to 2025-11-25. */
    LEGACY,
    /** Every request stands for itself and says its revision; from 2026-07-28. */
    MODERN
}
