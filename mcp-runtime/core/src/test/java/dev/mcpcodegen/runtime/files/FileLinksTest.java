package dev.mcpcodegen.runtime.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mcpcodegen.runtime.TestTools;
import dev.mcpcodegen.runtime.tool.ToolJson;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class FileLinksTest {

    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final URI PUBLIC = URI.create("https://mcp.test/app");

    private static FileLinks links(String secret, Instant now) {
        return new FileLinks(FileSeal.derive(secret), PUBLIC, Duration.ofMinutes(10), Clock.fixed(now, ZoneOffset.UTC));
    }

    private static FileLink issue(FileLinks links, String note) {
        ObjectNode arguments = ToolJson.MAPPER.createObjectNode().put("id", 7).put("note", note);
        return links.issue(FileTicket.Kind.DOWNLOAD, TestTools.grant(), "download", arguments, null);
    }

    private static String sealed(FileLink link) {
        String path = link.uri().getPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    @Test
    void anotherNodeOfTheSameConfigurationReadsTheLink() {
        FileLink link = issue(links("secret one", NOW), "é");

        FileTicket ticket = links("secret one", NOW.plusSeconds(599))
                .open(FileTicket.Kind.DOWNLOAD, sealed(link))
                .orElseThrow();

        assertThat(link.uri().toString()).startsWith("https://mcp.test/app/files/");
        assertThat(ticket.tenant() + ticket.account() + ticket.grant() + ticket.subject() + ticket.tool())
                .isEqualTo("acme" + "acme-crm" + "grant-1" + "server-1" + "download");
        assertThat(ticket.arguments().toString()).isEqualTo("{\"id\":7,\"note\":\"é\"}");
    }

    @Test
    void T_C15_aLinkExpiresAndIsGoodForItsKindAndKeyOnly() {
        String sealed = sealed(issue(links("secret one", NOW), ""));

        assertThat(links("secret one", NOW.plusSeconds(600)).open(FileTicket.Kind.DOWNLOAD, sealed))
                .isEmpty();
        assertThat(links("secret one", NOW).open(FileTicket.Kind.UPLOAD, sealed))
                .isEmpty();
        assertThat(links("secret two", NOW).open(FileTicket.Kind.DOWNLOAD, sealed))
                .isEmpty();
        assertThat(links("secret one", NOW).open(FileTicket.Kind.DOWNLOAD, "")).isEmpty();
        assertThat(links("secret one", NOW).open(FileTicket.Kind.DOWNLOAD, "!".repeat(100_000)))
                .isEmpty();
    }

    @Test
    void aLinkThatNobodyCouldFollowIsNotMade() {
        FileLinks nowhere = new FileLinks(
                FileSeal.derive("secret"), null, Duration.ofMinutes(10), Clock.fixed(NOW, ZoneOffset.UTC));

        assertThatThrownBy(() -> issue(nowhere, "")).hasMessageContaining("MCP_PUBLIC_URL");
        assertThatThrownBy(() -> issue(links("secret", NOW), "x".repeat(5_000))).hasMessageContaining("too long");
    }

    @Test
    void T_C15_aTicketIsRememberedUntilItExpiresAndNeverForgottenForRoom() {
        FileLinks links = links("secret", NOW);
        FileTicket first = ticket(links);
        UsedTickets used = new UsedTickets(2, Clock.fixed(NOW, ZoneOffset.UTC));

        assertThat(used.use(first)).isEqualTo(UsedTickets.Use.FIRST);
        assertThat(used.use(first)).isEqualTo(UsedTickets.Use.REPEATED);
        assertThat(used.use(ticket(links))).isEqualTo(UsedTickets.Use.FIRST);
        assertThat(used.use(ticket(links))).isEqualTo(UsedTickets.Use.NO_ROOM);
        assertThat(used.use(first)).isEqualTo(UsedTickets.Use.REPEATED);
    }

    @Test
    void whatHasExpiredMakesRoom() {
        FileTicket first = ticket(links("secret", NOW.minusSeconds(600)));
        UsedTickets used = new UsedTickets(1, Clock.fixed(NOW, ZoneOffset.UTC));

        assertThat(used.use(first)).isEqualTo(UsedTickets.Use.FIRST);
        assertThat(used.use(ticket(links("secret", NOW)))).isEqualTo(UsedTickets.Use.FIRST);
    }

    private static FileTicket ticket(FileLinks links) {
        Instant before = NOW.minusSeconds(600);
        String sealed = sealed(issue(links, ""));
        return links.open(FileTicket.Kind.DOWNLOAD, sealed)
                .or(() -> links("secret", before).open(FileTicket.Kind.DOWNLOAD, sealed))
                .orElseThrow();
    }
}
