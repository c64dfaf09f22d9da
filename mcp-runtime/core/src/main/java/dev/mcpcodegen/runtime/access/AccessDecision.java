package dev.mcpcodegen.runtime.access;

/** Whether a caller may come in. */
public sealed interface AccessDecision {

    /** The caller holds this grant, which is in force. */
    record Granted(Grant grant) implements AccessDecision {}

    /**
     * The secret URL leads nowhere, or no longer.
     *
     * @param message for the person who configured the client
     */
    record DeadToken(String message) implements AccessDecision {}

    /** A credential in a header is missing or wrong. */
    record Unauthenticated(String message) implements AccessDecision {}
}
