package dev.mcpcodegen.it.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcpcodegen.it.sandbox.http.RecordedRequest;
import dev.mcpcodegen.it.sandbox.vendor.Part;
import dev.mcpcodegen.it.sandbox.vendor.ReceivedBody;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Work with Affinity through a client, and what reaches Affinity of it, to the byte where bytes matter. */
@OnEachContainer
final class AffinityCallsIT {

    private static final byte[] REPORT = "quarter,revenue\n2026Q4,4900000\n".getBytes(StandardCharsets.UTF_8);
    private static final byte[] LOGO = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, (byte) 0xff};

    private final Vendor vendor;
    private final SdkClient client;

    AffinityCallsIT(Deployment deployment) {
        this.vendor = deployment.resetVendor();
        this.client = SdkClient.of(deployment, TestGrant.FULL);
    }

    @AfterEach
    void disconnect() {
        client.close();
    }

    @Test
    void createsAPerson() {
        String person = """
                {"first_name": "Zoë", "last_name": "O'Neil", "emails": ["zoe@example.com"], "organization_ids": [60101]}""";
        JsonNode created = client.answer("create_a_affinity_person", person);

        RecordedRequest request = vendor.onlyRequest();
        assertLine(request, "POST", "/affinity/persons", null);
        assertJson(request, person);
        assertThat(vendor.stored("/persons/" + created.path("id"))
                        .path("first_name")
                        .asString())
                .isEqualTo("Zoë");
    }

    @Test
    void updatesAPerson() {
        client.answer("update_a_affinity_person_by_id", "{\"id\": 40102, \"last_name\": \"Ferreira Lima\"}");

        RecordedRequest request = vendor.onlyRequest();
        assertLine(request, "PUT", "/affinity/persons/40102", null);
        assertJson(request, "{\"last_name\": \"Ferreira Lima\"}");
        assertThat(vendor.stored("/persons/40102").path("last_name").asString()).isEqualTo("Ferreira Lima");
    }

    @Test
    void deletesAPerson() {
        client.answer("delete_a_affinity_person_by_id", "{\"id\": 40102}");

        RecordedRequest request = vendor.onlyRequest();
        assertLine(request, "DELETE", "/affinity/persons/40102", null);
        assertThat(request.body()).isInstanceOf(ReceivedBody.None.class);
        assertThat(ids(vendor.stored("/persons").path("persons").valueStream().toList()))
                .isNotEmpty()
                .doesNotContain(40_102L);
    }

    @Test
    void listsPersonsPageByPage() {
        List<Long> stored =
                ids(vendor.stored("/persons").path("persons").valueStream().toList());

        List<List<JsonNode>> pages = client.pages("list_all_affinity_persons", "{\"limit\": 2}");

        assertThat(pages).allMatch(page -> page.size() <= 2).hasSizeGreaterThan(10);
        assertThat(ids(pages.stream().flatMap(List::stream).toList())).containsExactlyElementsOf(stored);
        List<RecordedRequest> requests = vendor.requests();
        assertThat(requests).hasSameSizeAs(pages);
        assertLine(requests.get(0), "GET", "/affinity/persons", "page_size=2");
        assertThat(requests.subList(1, requests.size())).allSatisfy(request -> {
            assertThat(request.rawPath()).isEqualTo("/affinity/persons");
            assertThat(request.rawQuery()).matches("page_size=2&page_token=[A-Za-z0-9_-]+");
            assertThat(request.header("authorization")).isEqualTo(Vendor.AUTHORIZATION);
        });
    }

    @Test
    void keepsTheFiltersOnEveryPage() {
        List<List<JsonNode>> pages =
                client.pages("list_all_affinity_persons", "{\"query\": \"acme.com\", \"limit\": 3}");

        assertThat(pages.stream().mapToInt(List::size)).containsExactly(3, 1);
        assertThat(vendor.requests())
                .allSatisfy(request -> assertThat(request.rawQuery()).startsWith("term=acme.com&page_size=3"));
    }

    @Test
    void listsAnUnpagedResourcePageByPage() {
        for (String resource : List.of("fields", "lists")) {
            List<Long> stored = ids(vendor.stored("/" + resource).valueStream().toList());

            List<List<JsonNode>> pages = client.pages("list_all_affinity_" + resource, "{\"limit\": 2}");

            assertThat(stored).hasSizeGreaterThan(2);
            assertThat(pages).hasSize((stored.size() + 1) / 2).allMatch(page -> page.size() <= 2);
            assertThat(ids(pages.stream().flatMap(List::stream).toList())).containsExactlyElementsOf(stored);
            assertThat(vendor.requests())
                    .allSatisfy(request -> assertLine(request, "GET", "/affinity/" + resource, null));
            vendor.forgetRequests();
        }
    }

    /** Which array of the answer holds an interaction depends on its type; without a type there are several. */
    @Test
    void listsInteractionsOfAllTypesPageByPage() {
        JsonNode stored = vendor.stored("/interactions?organization_id=98765");

        List<List<JsonNode>> pages =
                client.pages("list_all_affinity_interactions", "{\"organization_id\": 98765, \"limit\": 2}");

        assertThat(pages.stream().flatMap(List::stream).map(AffinityCallsIT::typeAndId))
                .hasSizeGreaterThan(4)
                .containsExactlyInAnyOrderElementsOf(Stream.of("events", "emails", "chat_messages")
                        .flatMap(key -> stored.path(key).valueStream())
                        .map(AffinityCallsIT::typeAndId)
                        .toList());
    }

    @Test
    void uploadsAFile() {
        client.answer(
                "affinity_files_upload",
                "{\"file\": %s, \"organization_id\": 98765}".formatted(file("revenue.csv", "text/csv", REPORT)));

        RecordedRequest request = vendor.onlyRequest();
        assertLine(request, "POST", "/affinity/entity-files", null);
        List<Part> parts = ((ReceivedBody.Multipart) request.body()).parts();
        assertThat(parts).hasSize(2);
        assertFile(part(parts, "revenue.csv"), "file", "text/csv", REPORT);
        assertField(parts, "organization_id", "98765");
        assertThat(fileNames("organization_id=98765")).contains("revenue.csv");
    }

    @Test
    void uploadsSeveralFiles() {
        client.answer(
                "affinity_files_upload",
                "{\"files\": [%s, %s], \"person_id\": 40102}"
                        .formatted(file("revenue.csv", "text/csv", REPORT), file("logo.png", "image/png", LOGO)));

        RecordedRequest request = vendor.onlyRequest();
        assertLine(request, "POST", "/affinity/entity-files", null);
        List<Part> parts = ((ReceivedBody.Multipart) request.body()).parts();
        assertThat(parts).hasSize(3);
        assertFile(part(parts, "revenue.csv"), "files[]", "text/csv", REPORT);
        assertFile(part(parts, "logo.png"), "files[]", "image/png", LOGO);
        assertField(parts, "person_id", "40102");
        assertThat(fileNames("person_id=40102")).containsExactlyInAnyOrder("revenue.csv", "logo.png");
    }

    @Test
    void followsADownloadWithoutTheKey() {
        JsonNode file = vendor.stored("/entity-files").at("/entity_files/0");

        CallToolResult result = client.call("affinity_files_download", "{\"id\": %s}".formatted(file.path("id")));

        assertThat(result.isError()).isNotEqualTo(true);
        assertThat(SdkClient.text(result)).contains("2026Q3,4100000");
        List<RecordedRequest> requests = vendor.requests();
        assertThat(requests).hasSize(2);
        assertLine(requests.get(0), "GET", "/affinity/entity-files/download/" + file.path("id"), null);
        assertThat(requests.get(1).rawPath()).startsWith("/affinity-storage/");
        assertThat(requests.get(1).headers()).doesNotContainKeys("authorization", "cookie");
    }

    @Test
    void findsAnOrganizationByName() {
        JsonNode found = client.answer("list_all_affinity_organizations", "{\"query\": \"Acme Corp\"}");

        assertLine(vendor.onlyRequest(), "GET", "/affinity/organizations", "term=Acme%20Corp");
        assertThat(found.at("/result/0/id").asLong()).isEqualTo(98_765);
    }

    @Test
    void asksForTheStrengthOfARelationship() {
        JsonNode found = client.answer("list_all_affinity_relationship_strength", "{\"external_id\": 98765}");

        assertLine(vendor.onlyRequest(), "GET", "/affinity/relationships-strengths", "external_id=98765");
        assertThat(found.path("result")
                        .valueStream()
                        .map(known -> known.path("strength").asDouble()))
                .containsExactlyInAnyOrder(0.82, 0.41, 0.13);
    }

    @Test
    void asksForTheLastInteractions() {
        JsonNode found = client.answer("list_all_affinity_interactions", "{\"organization_id\": 98765, \"limit\": 3}");

        assertLine(vendor.onlyRequest(), "GET", "/affinity/interactions", "organization_id=98765&page_size=3");
        assertThat(found.path("result")).hasSize(3);
        assertThat(found.path("next_cursor").isString()).isTrue();
    }

    @Test
    void createsAReminderWithTheDateAsItWasWritten() {
        String reminder = "{\"owner_id\": 123, \"type\": 0, \"due_date\": \"2026-10-23\"}";
        client.answer("create_a_affinity_reminder", reminder);

        RecordedRequest request = vendor.onlyRequest();
        assertLine(request, "POST", "/affinity/reminders", null);
        assertJson(request, reminder);
    }

    private static void assertLine(RecordedRequest request, String method, String rawPath, @Nullable String rawQuery) {
        assertThat(request.method()).isEqualTo(method);
        assertThat(request.rawPath()).isEqualTo(rawPath);
        assertThat(request.rawQuery()).isEqualTo(rawQuery);
        assertThat(request.headers().get("authorization")).containsExactly(Vendor.AUTHORIZATION);
        assertThat(request.status()).isBetween(200, 302);
    }

    private static void assertJson(RecordedRequest request, String expected) {
        assertThat(request.header("content-type")).startsWith("application/json");
        assertThat(request.body()).isEqualTo(new ReceivedBody.Json(Http.JSON.readTree(expected)));
    }

    private static void assertFile(Part part, String name, String mediaType, byte[] content) {
        assertThat(part.name()).isEqualTo(name);
        assertThat(part.mediaType()).isEqualTo(mediaType);
        assertThat(part.sha256()).isEqualTo(sha256(content));
    }

    private static void assertField(List<Part> parts, String name, String text) {
        assertThat(parts)
                .filteredOn(part -> part.name().equals(name))
                .singleElement()
                .satisfies(part -> {
                    assertThat(part.fileName()).isNull();
                    assertThat(part.text()).isEqualTo(text);
                });
    }

    private static Part part(List<Part> parts, String fileName) {
        return parts.stream()
                .filter(part -> fileName.equals(part.fileName()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("There is no part for " + fileName));
    }

    private List<String> fileNames(String filter) {
        return vendor.stored("/entity-files?" + filter)
                .path("entity_files")
                .valueStream()
                .map(file -> file.path("name").asString())
                .toList();
    }

    private static String file(String name, String mediaType, byte[] content) {
        return Http.JSON
                .createObjectNode()
                .put("filename", name)
                .put("media_type", mediaType)
                .put("content_base64", Base64.getEncoder().encodeToString(content))
                .toString();
    }

    private static String typeAndId(JsonNode interaction) {
        return interaction.path("type") + "/" + interaction.path("id");
    }

    private static List<Long> ids(List<JsonNode> records) {
        return records.stream().map(item -> item.path("id").asLong()).toList();
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
