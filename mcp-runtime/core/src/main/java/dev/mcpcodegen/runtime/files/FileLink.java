package dev.mcpcodegen.runtime.files;

import java.net.URI;
import java.time.Instant;

/**
 * A link to be handed to a caller. Whoever has it can use it.
 *
 * @param expiresAt from when on it leads nowhere
 */
public record FileLink(URI uri, Instant expiresAt) {

    @Override
    public String toString() {
        return "FileLink[***, " + expiresAt + "]";
    }
}
