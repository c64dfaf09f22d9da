package dev.mcpcodegen.it.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcpcodegen.it.sandbox.Sandbox;
import dev.mcpcodegen.it.sandbox.http.RecordedRequest;
import dev.mcpcodegen.it.sandbox.launch.WarServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The examples of docs/hand-written-tools.md as a client sees them. */
final class HandWrittenToolsIT {

    private static final String DELETE = "delete_a_affinity_person_by_id";

    /** A person of the seed, with an address. */
    private static final long DANA = 98_765;

    private static final Sandbox SANDBOX = Sandbox.start(0);

    private static final WarServer SERVER = start();

    private final ModernClient client = new ModernClient(SERVER.url() + "/mcp/" + TestGrant.FULL.token());
    private final Vendor vendor = new Vendor(SANDBOX);

    private static WarServer start() {
        try {
            Path folder = Files.createDirectories(Artifacts.target().resolve("mcp-examples"));
            Path configuration =
                    Files.writeString(folder.resolve("mcp.yaml"), TestGrant.configuration(SANDBOX, "affinity"));
            return WarServer.start(Artifacts.examples(), 0, Map.of("mcp.config", configuration.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterAll
    static void stop() {
        SERVER.close();
        SANDBOX.close();
    }

    @BeforeEach
    void reset() {
        vendor.reset();
    }

    @Test
    void standBesideGeneratedOnes() {
        assertThat(client.listTools().path("tools").valueStream())
                .extracting(tool -> tool.path("name").asString())
                .hasSize(55)
                .containsAll(Artifacts.affinityTools())
                .endsWith("count_working_days", "brief_on_affinity_person");
    }

    @Test
    void answerWithoutAVendor() {
        assertThat(text(call("count_working_days", "{\"from\":\"2026-11-20\",\"to\":\"2026-11-24\"}")))
                .isEqualTo("3 working days");
        assertThat(text(call("count_working_days", "{\"from\":\"2026-11-20\",\"to\":\"soon\"}")))
                .contains("\"to\" must be");
        assertThat(text(call("count_working_days", "{\"from\":\"2026-11-20\",\"to\":\"2026-11-19\"}")))
                .isEqualTo("\"to\" must be a day from \"from\" to ten years later.");
        assertThat(vendor.requests()).isEmpty();
    }

    @Test
    void callGeneratedTools() {
        JsonNode briefing = call("brief_on_affinity_person", "{\"person_id\": %d}".formatted(DANA))
                .path("structuredContent");

        assertThat(briefing.at("/person/id").asLong()).isEqualTo(DANA);
        assertThat(briefing.path("notes").isArray()).isTrue();
        assertThat(vendor.requests())
                .extracting(RecordedRequest::rawPath)
                .containsExactlyInAnyOrder("/affinity/persons/" + DANA, "/affinity/notes");
    }

    @Test
    void passOnWhatTheVendorRefuses() {
        JsonNode result = call("brief_on_affinity_person", "{\"person_id\": 1}");

        assertThat(result.path("isError").asBoolean(false)).isTrue();
        assertThat(text(result)).contains("404");
    }

    @Test
    void interceptorsRedact() {
        JsonNode result = call("get_single_affinity_person_by_id", "{\"id\": %d}".formatted(DANA));

        assertThat(result.at("/structuredContent/primary_email").asString()).isEqualTo("(hidden)");
        assertThat(result.toString()).doesNotContain("@");
    }

    @Test
    void interceptorsAskForAReason() {
        JsonNode definition = client.listTools()
                .path("tools")
                .valueStream()
                .filter(tool -> tool.path("name").asString().equals(DELETE))
                .findFirst()
                .orElseThrow();
        assertThat(definition.at("/inputSchema/required").valueStream())
                .extracting(JsonNode::asString)
                .containsExactly("id", "reason");

        assertThat(text(call(DELETE, "{\"id\": %d}".formatted(DANA)))).contains("\"reason\" is required");
        assertThat(text(call(DELETE, "{\"id\": %d, \"reason\": \"            \"}".formatted(DANA))))
                .startsWith("Nothing was deleted");
        assertThat(vendor.requests()).isEmpty();

        JsonNode deleted = call(DELETE, "{\"id\": %d, \"reason\": \"asked to be forgotten\"}".formatted(DANA));
        assertThat(deleted.path("isError").asBoolean(false)).as("%s", deleted).isFalse();
        assertThat(vendor.onlyRequest().method()).isEqualTo("DELETE");
        assertThat(vendor.onlyRequest().toString()).doesNotContain("forgotten");
    }

    private JsonNode call(String tool, String arguments) {
        return client.call(tool, arguments).json().path("result");
    }

    private static String text(JsonNode result) {
        return result.at("/content/0/text").asString();
    }
}
