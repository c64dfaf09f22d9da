package dev.mcpcodegen.codegen.spec.read;

import java.io.Serial;

/** Ends the reading of one file at its first fault; never leaves this package. */
final class UnreadableException extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    private final int line;
    private final String cure;

    UnreadableException(int line, String message, String cure) {
        super(message);
        this.line = line;
        this.cure = cure;
    }

    int line() {
        return line;
    }

    String cure() {
        return cure;
    }
}
