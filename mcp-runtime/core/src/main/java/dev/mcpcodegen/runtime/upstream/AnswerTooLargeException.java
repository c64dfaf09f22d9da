package dev.mcpcodegen.runtime.upstream;

import java.io.Serial;

/** An answer was given up because it is larger than what is taken. */
final class AnswerTooLargeException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final int maxBytes;

    AnswerTooLargeException(int maxBytes) {
        super("more than " + maxBytes + " bytes", null, false, false);
        this.maxBytes = maxBytes;
    }

    int maxBytes() {
        return maxBytes;
    }
}
