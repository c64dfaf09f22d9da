package dev.mcpcodegen.runtime.catalog;

import java.io.Serial;
import java.util.List;

/** The tools of a deployment do not fit together. The message lists everything that is wrong. */
public final class CatalogException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    /** Lists what is wrong. */
    public CatalogException(List<String> problems) {
        super("The tools cannot be served:\n- " + String.join("\n- ", problems));
    }
}
