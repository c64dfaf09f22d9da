package dev.mcpcodegen.runtime.access;

import java.io.Serial;

/** An account has no usable credential. The message is shown to the model and holds no secret. */
public final class CredentialUnavailableException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    public CredentialUnavailableException(String message) {
        super(message);
    }
}
