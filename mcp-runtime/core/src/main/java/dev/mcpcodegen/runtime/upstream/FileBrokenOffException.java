package dev.mcpcodegen.runtime.upstream;

import java.io.Serial;

/** The caller's file ended before it was complete. */
final class FileBrokenOffException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    FileBrokenOffException() {
        super("the file broke off", null, false, false);
    }
}
