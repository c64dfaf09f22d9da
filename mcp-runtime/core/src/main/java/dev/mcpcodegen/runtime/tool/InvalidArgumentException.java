package dev.mcpcodegen.runtime.tool;

import java.io.Serial;

/** An argument has a value that no request can carry. The message names the argument and is shown to the model. */
public final class InvalidArgumentException extends IllegalArgumentException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String argument;

    public InvalidArgumentException(String argument, String message) {
        super(message);
        this.argument = argument;
    }

    /** The name under which the value was to travel. */
    public String argument() {
        return argument;
    }
}
