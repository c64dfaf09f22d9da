package dev.mcpcodegen.runtime.protocol;

/** How a request is to be served. */
public sealed interface Classified {

    /** By the rules of this revision. */
    record Served(Revision revision) implements Classified {}

    /**
     * Not at all.
     *
     * @param status the HTTP status
     */
    record Refused(int status, RpcError error) implements Classified {}
}
