package dev.mcpcodegen.runtime.fields;

import java.io.Serial;

/** The vendor's fields cannot be read now. The message is for the log. */
final class FieldsUnavailableException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    FieldsUnavailableException(String message) {
        super(message, null, false, false);
    }
}
