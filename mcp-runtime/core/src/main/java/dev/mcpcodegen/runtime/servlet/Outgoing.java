package dev.mcpcodegen.runtime.servlet;

import dev.mcpcodegen.runtime.protocol.McpAnswer;

/** What has been decided to go out as the response to a request. */
sealed interface Outgoing permits PlainAnswer, EventStream, NoAnswer {

    /** Takes the answer, if it is not an answer itself. */
    void finish(McpAnswer answer);

    /** Stops sending: the client is gone. */
    void breakOff();
}
