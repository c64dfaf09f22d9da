package dev.mcpcodegen.runtime.protocol;

import java.io.Serial;

/** A header cannot be what it mirrors. The message names the header, not its value. */
public final class MalformedHeaderException extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient RpcError error;

    MalformedHeaderException(String reason) {
        super(reason);
        this.error = RpcError.headerMismatch(reason);
    }

    /** What the client is told. */
    public RpcError error() {
        return error;
    }
}
