package dev.mcpcodegen.codegen.spec.overlay;

import java.io.Serial;

/** Says which part of an update does not fit what is there; never leaves this package. */
final class IncompatibleException extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    IncompatibleException(String message) {
        super(message);
    }
}
