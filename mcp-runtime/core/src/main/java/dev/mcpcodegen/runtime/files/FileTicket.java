package dev.mcpcodegen.runtime.files;

import java.time.Instant;
import tools.jackson.databind.node.ObjectNode;

/**
 * The call that a link stands for.
 *
 * @param id unique to the ticket; no secret
 * @param grant the id of the grant that it was handed out under; good only as long as that is
 * @param subject to whom the call is attributed
 * @param arguments as the caller sent them
 */
public record FileTicket(
        String id,
        Kind kind,
        String tenant,
        String account,
        String grant,
        String subject,
        String tool,
        ObjectNode arguments,
        Instant expiresAt) {

    /** What a link is good for. */
    public enum Kind {
        /** Takes one file, once. */
        UPLOAD,
        /** Gives a file, any number of times. */
        DOWNLOAD
    }
}
