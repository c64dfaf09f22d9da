package dev.mcpcodegen.runtime.files;

import java.io.Serial;

/** No link can be made. The message is a sentence for the model. */
public final class NoLinkException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    NoLinkException(String message) {
        super(message, null, false, false);
    }
}
