package dev.mcpcodegen.runtime.upstream;

import java.io.Serial;

/** A host name leads to no address that may be called. */
final class PrivateAddressException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    PrivateAddressException() {
        super("no public address", null, false, false);
    }
}
