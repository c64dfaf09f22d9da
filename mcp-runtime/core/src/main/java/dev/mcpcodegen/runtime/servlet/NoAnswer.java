package dev.mcpcodegen.runtime.servlet;

import dev.mcpcodegen.runtime.protocol.McpAnswer;

/** The client left before anything was sent. */
enum NoAnswer implements Outgoing {
    CLIENT_IS_GONE;

    @Override
    public void finish(McpAnswer answer) {}

    @Override
    public void breakOff() {}
}
