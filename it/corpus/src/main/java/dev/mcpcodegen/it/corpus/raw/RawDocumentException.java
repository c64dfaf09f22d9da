package dev.mcpcodegen.it.corpus.raw;

import java.io.Serial;

/** The raw document does not say what it should, so nothing can be confirmed against it. */
public final class RawDocumentException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    public RawDocumentException(String message) {
        super(message);
    }
}
