package dev.mcpcodegen.it.sandbox.vendor;

import java.util.List;

/** The vendor refuses the request; each vendor turns status and messages into its own error body. */
public final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient List<String> messages;

    /** Refuses with one message. */
    public RefusedException(int status, String message) {
        this(status, List.of(message));
    }

    /** Refuses with every message that applies. */
    public RefusedException(int status, List<String> messages) {
        super(status + " " + String.join(" ", messages));
        this.status = status;
        this.messages = List.copyOf(messages);
    }

    /** Returns the HTTP status. */
    public int status() {
        return status;
    }

    /** Returns what is wrong, one sentence each. */
    public List<String> messages() {
        return messages;
    }
}
