package dev.mcpcodegen.runtime.files;

import dev.mcpcodegen.runtime.access.Grant;
import dev.mcpcodegen.runtime.tool.ToolJson;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

/**
 * Hands out links that stand for calls, and reads them again. A link holds everything that its call needs, sealed, so no node has to
 * remember it. Thread-safe.
 */
public final class FileLinks {

    /** The path under which links are served, behind the application's own. */
    public static final String PATH = "/files/";

    /** Containers take a request line and headers of 8 KB together. */
    private static final int MAX_LENGTH = 6 * 1024;

    private final FileSeal seal;
    private final @Nullable URI publicUrl;
    private final Duration lifetime;
    private final Clock clock;

    /**
     * Makes links.
     *
     * @param publicUrl where clients reach this server, without a trailing slash; null when not configured
     * @param lifetime how long a link is good
     */
    public FileLinks(FileSeal seal, @Nullable URI publicUrl, Duration lifetime, Clock clock) {
        this.seal = seal;
        this.publicUrl = publicUrl;
        this.lifetime = lifetime;
        this.clock = clock;
    }

    /**
     * Makes a link.
     *
     * @param reachedAt where this client was seen to reach the server, if nothing is configured; null when that is not certain
     * @throws NoLinkException if nobody could follow it
     */
    public FileLink issue(
            FileTicket.Kind kind, Grant grant, String tool, ObjectNode arguments, @Nullable String reachedAt) {
        String base = publicUrl == null ? reachedAt : publicUrl.toString();
        if (base == null) {
            throw new NoLinkException(
                    "This server does not know the address under which clients reach it: its operator has"
                            + " to set MCP_PUBLIC_URL. Tell the user.");
        }
        Instant expiresAt = clock.instant().plus(lifetime).truncatedTo(ChronoUnit.SECONDS);
        FileTicket ticket = new FileTicket(
                UUID.randomUUID().toString(),
                kind,
                grant.account().tenant(),
                grant.account().id(),
                grant.id(),
                grant.subject().id(),
                tool,
                arguments,
                expiresAt);
        String sealed = seal.seal(ToolJson.MAPPER.writeValueAsBytes(ticket));
        if (sealed.length() > MAX_LENGTH) {
            throw new NoLinkException("The other arguments are too long for a link, which holds about "
                    + MAX_LENGTH * 2 / 3 + " characters of them. Shorten them.");
        }
        return new FileLink(URI.create(base + PATH + sealed), expiresAt);
    }

    /** Reads a link's last path segment; empty when it is none of that kind, or has expired. */
    public Optional<FileTicket> open(FileTicket.Kind kind, String sealed) {
        if (sealed.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        return seal.open(sealed)
                .flatMap(FileLinks::read)
                .filter(ticket -> ticket.kind() == kind && clock.instant().isBefore(ticket.expiresAt()));
    }

    /** Reads a whole link to a file, wherever it says that this server is: the seal tells whether it is ours. */
    public Optional<FileTicket> openLink(String link) {
        int at = link.lastIndexOf(PATH);
        return at < 0 ? Optional.empty() : open(FileTicket.Kind.DOWNLOAD, link.substring(at + PATH.length()));
    }

    /** A node of another version may have written it in another way. */
    private static Optional<FileTicket> read(byte[] json) {
        try {
            return Optional.of(ToolJson.MAPPER.readValue(json, FileTicket.class));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }
}
