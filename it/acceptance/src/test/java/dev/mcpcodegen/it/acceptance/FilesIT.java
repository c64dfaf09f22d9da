package dev.mcpcodegen.it.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcpcodegen.it.sandbox.http.RecordedRequest;
import dev.mcpcodegen.it.sandbox.vendor.Part;
import dev.mcpcodegen.it.sandbox.vendor.ReceivedBody;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.ResourceLink;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Files that no call and no result could hold, from a client to a vendor and back. */
@OnEachContainer
final class FilesIT {

    private static final int MEBIBYTES = 5;

    private final Deployment deployment;
    private final Vendor vendor;
    private final SdkClient client;

    @TempDir
    private Path folder;

    FilesIT(Deployment deployment) {
        this.deployment = deployment;
        this.vendor = deployment.resetVendor();
        this.client = SdkClient.of(deployment, TestGrant.FULL);
    }

    @AfterEach
    void disconnect() {
        client.close();
        // Its files are large.
        vendor.reset();
    }

    @Test
    void attachesAFileThatComesLater() {
        LargeFile file = file();

        JsonNode ticket = ticket();
        assertThat(vendor.requests()).isEmpty();
        Http.Answer answer = file.put(ticket.path("upload_url").asString());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().at("/structuredContent/success").asBoolean(false))
                .isTrue();
        RecordedRequest request = vendor.onlyRequest();
        assertThat(request.method() + " " + request.rawPath()).isEqualTo("POST /affinity/entity-files");
        assertThat(request.header("authorization")).isEqualTo(Vendor.AUTHORIZATION);
        List<Part> parts = ((ReceivedBody.Multipart) request.body()).parts();
        assertThat(parts).extracting(Part::name).containsExactlyInAnyOrder("file", "organization_id");
        assertThat(sent(parts).fileName()).isEqualTo("survey.bin");
        assertThat(sent(parts).sha256()).isEqualTo(file.sha256());
    }

    @Test
    void fetchesAFileByALinkFromWhereTheVendorKeepsIt() {
        LargeFile file = file();
        file.put(ticket().path("upload_url").asString());
        vendor.forgetRequests();

        String link = link(download());
        LargeFile.Fetched fetched = LargeFile.fetch(link);

        assertThat(link).startsWith(deployment.serverUrl() + "/files/");
        assertThat(fetched.status()).isEqualTo(200);
        assertThat(fetched.size()).isEqualTo(file.size());
        assertThat(fetched.sha256()).isEqualTo(file.sha256());
        assertThat(fetched.headers().firstValue("content-disposition").orElse(""))
                .isEqualTo("attachment; filename=\"survey.bin\"");
        RecordedRequest last = vendor.requests().get(vendor.requests().size() - 1);
        assertThat(last.rawPath()).startsWith("/affinity-storage/");
        assertThat(last.headers()).doesNotContainKeys("authorization", "cookie");
    }

    @Test
    void T_C15_aLinkIsNothingToWhoMayOnlyGuess() {
        file().put(ticket().path("upload_url").asString());
        String link = link(download());
        vendor.forgetRequests();

        assertThat(LargeFile.fetch(link.substring(0, link.length() - 1)).status())
                .isEqualTo(404);
        assertThat(LargeFile.fetch(deployment.serverUrl() + "/files/").status()).isEqualTo(404);
        assertThat(vendor.requests()).isEmpty();
    }

    private LargeFile file() {
        return LargeFile.of(folder.resolve("survey.bin"), MEBIBYTES);
    }

    private JsonNode ticket() {
        return client.answer(
                "affinity_files_upload", "{\"organization_id\": 98765, \"file\": {\"filename\": \"survey.bin\"}}");
    }

    private CallToolResult download() {
        JsonNode files = vendor.stored("/entity-files").path("entity_files");
        JsonNode stored = files.valueStream()
                .filter(file -> file.path("name").asString("").equals("survey.bin"))
                .findFirst()
                .orElseThrow();
        return client.call("affinity_files_download", "{\"id\": %s}".formatted(stored.path("id")));
    }

    static String link(CallToolResult result) {
        return result.content().stream()
                .filter(ResourceLink.class::isInstance)
                .map(ResourceLink.class::cast)
                .findFirst()
                .orElseThrow(() -> new AssertionError("No link, but " + SdkClient.text(result)))
                .uri();
    }

    static Part sent(List<Part> parts) {
        return parts.stream()
                .filter(part -> part.fileName() != null)
                .findFirst()
                .orElseThrow();
    }
}
