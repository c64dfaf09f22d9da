package dev.mcpcodegen.it.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcpcodegen.it.sandbox.attio.AttioSandbox;
import dev.mcpcodegen.it.sandbox.http.RecordedRequest;
import dev.mcpcodegen.it.sandbox.vendor.ReceivedBody;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What users of Attio ask for, call by call as a model makes them, and what reaches Attio of it. */
@OnEachContainer
final class AttioWorkflowsIT {

    private static final String AUTHORIZATION = "Bearer " + AttioSandbox.ACCESS_TOKEN;
    private static final String COMPANIES = "/attio/v2/objects/companies/records";
    private static final String ENTRIES = "/attio/v2/lists/sales_pipeline/entries";

    private final Vendor vendor;
    private final SdkClient client;

    AttioWorkflowsIT(Deployment deployment) {
        this.vendor = deployment.resetVendor(TestAccount.ATTIO);
        this.client = SdkClient.of(deployment, TestGrant.ATTIO);
    }

    @AfterEach
    void disconnect() {
        client.close();
    }

    /** "Add Vertex Analytics, vertexanalytics.io, to the sales pipeline as a new lead." */
    @Test
    void assertsACompanyAndItsEntry() {
        JsonNode company = client.answer("attio_companies_assert", """
                {"matching_attribute": "domains",
                 "values": {"domains": ["vertexanalytics.io"], "name": "Vertex Analytics"}}""");
        String record = company.at("/id/record_id").asString();
        JsonNode entry = client.answer("attio_entries_assert", """
                {"list": "sales_pipeline", "parent_object": "companies", "parent_record_id": "%s",
                 "entry_values": {"status": "New Lead"}}""".formatted(record));

        List<RecordedRequest> writes = writes();
        assertThat(writes).hasSize(2);
        assertLine(writes.get(0), "PUT", COMPANIES, "matching_attribute=domains");
        assertJson(writes.get(0), """
                {"data": {"values": {"domains": ["vertexanalytics.io"], "name": "Vertex Analytics"}}}""");
        assertLine(writes.get(1), "PUT", ENTRIES, null);
        assertJson(writes.get(1), """
                {"data": {"parent_object": "companies", "parent_record_id": "%s",
                 "entry_values": {"status": "New Lead"}}}""".formatted(record));
        assertThat(status(entry)).isEqualTo("New Lead");
        assertThat(entry.path("parent_record_id").asString()).isEqualTo(record);
    }

    @Test
    void makesNoSecondCompanyAndNoSecondEntry() {
        String company = """
                {"matching_attribute": "domains", "values": {"domains": ["acme.com"], "description": "Known"}}""";
        String first = client.answer("attio_companies_assert", company)
                .at("/id/record_id")
                .asString();
        String entry = """
                {"list": "sales_pipeline", "parent_object": "companies", "parent_record_id": "%s",
                 "entry_values": {"status": "New Lead"}}""".formatted(first);
        client.answer("attio_entries_assert", entry);

        assertThat(first).isEqualTo("00000000-0000-4000-8000-0000000000c1");
        JsonNode references =
                client.answer("attio_companies_record_entries", "{\"record_id\": \"%s\"}".formatted(first));
        assertThat(references.path("result")).hasSize(1);
        JsonNode read = client.answer(
                "get_single_attio_entry_by_id",
                "{\"list\": \"sales_pipeline\", \"id\": \"%s\"}"
                        .formatted(references.at("/result/0/entry_id").asString()));
        assertThat(status(read)).isEqualTo("New Lead");
    }

    /** "Brief me on the Acme renewal." */
    @Test
    void briefsOnADeal() {
        JsonNode found =
                client.answer("list_all_attio_deals", "{\"filter\": {\"name\": {\"$contains\": \"renewal\"}}}");
        String deal = found.at("/result/0/id/record_id").asString();
        JsonNode references = client.answer("attio_deals_record_entries", "{\"record_id\": \"%s\"}".formatted(deal));
        JsonNode entry = client.answer("get_single_attio_entry_by_id", """
                {"list": "%s", "id": "%s"}""".formatted(
                        references.at("/result/0/list_api_slug").asString(),
                        references.at("/result/0/entry_id").asString()));
        List<JsonNode> notes = client.pages("list_all_attio_notes", """
                        {"parent_object": "deals", "parent_record_id": "%s"}""".formatted(deal)).stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparing(
                                (JsonNode note) -> note.path("created_at").asString())
                        .reversed())
                .limit(3)
                .toList();

        assertThat(found.at("/result/0/values/stage/0/status/title").asString()).isEqualTo("In Progress");
        assertThat(entry.at("/entry_values/stage/0/status/title").asString()).isEqualTo("To review");
        assertThat(notes)
                .extracting(note -> note.path("title").asString())
                .containsExactly("Call 12", "Call 11", "Call 10");
        String record = "/attio/v2/objects/deals/records/";
        assertThat(lines())
                .contains(
                        "POST " + record + "query",
                        "GET " + record + deal + "/entries?limit=100&offset=0",
                        "GET /attio/v2/lists/deal_reviews/entries/"
                                + entry.at("/id/entry_id").asString(),
                        "GET /attio/v2/notes?parent_object=deals&parent_record_id=" + deal + "&limit=10&offset=0",
                        "GET /attio/v2/notes?parent_object=deals&parent_record_id=" + deal + "&limit=10&offset=10");
        assertJson(
                request("POST " + record + "query"),
                "{\"filter\": {\"name\": {\"$contains\": \"renewal\"}}, \"limit\": 25, \"offset\": 0}");
    }

    /** "Move Lumen Robotics to Contacted, and note how they came to us." */
    @Test
    void changesAnEntryAndLeavesItsRecordAlone() {
        JsonNode entries = client.answer(
                "list_all_attio_entries", "{\"list\": \"sales_pipeline\", \"filter\": {\"status\": \"New Lead\"}}");
        String entry = entries.at("/result/0/id/entry_id").asString();
        String changes = "{\"list\": \"sales_pipeline\", \"%s\": \"%s\", \"entry_values\": %s}";
        client.answer(
                "update_a_attio_entry_by_id",
                changes.formatted("id", entry, "{\"status\": \"Contacted\", \"channels\": [\"Event\"]}"));
        JsonNode appended = client.answer(
                "update_a_attio_entry_by_id", changes.formatted("id", entry, "{\"channels\": [\"Partner\"]}"));
        assertThat(titles(appended)).containsExactly("Partner", "Event");
        assertThat(status(appended)).isEqualTo("Contacted");

        JsonNode replaced = client.answer(
                "attio_entries_overwrite", changes.formatted("entry_id", entry, "{\"channels\": [\"Inbound\"]}"));

        assertThat(titles(replaced)).containsExactly("Inbound");
        assertThat(writes()).extracting(RecordedRequest::method).containsExactly("POST", "PATCH", "PATCH", "PUT");
        JsonNode history = client.answer("attio_entries_attribute_values", """
                {"list": "sales_pipeline", "entry_id": "%s", "attribute": "status", "show_historic": true}""".formatted(entry));
        assertThat(history.path("result")
                        .valueStream()
                        .map(value -> value.at("/status/title").asString()))
                .containsExactly("New Lead", "Contacted");
    }

    @Test
    void walksAllCompaniesInPagesOfTheBody() {
        List<List<JsonNode>> pages = client.pages("list_all_attio_companies", """
                {"limit": 3, "sorts": [{"attribute": "name", "direction": "asc"}]}""");

        assertThat(pages.stream().mapToInt(List::size)).containsExactly(3, 1);
        assertThat(pages.stream()
                        .flatMap(List::stream)
                        .map(record -> record.at("/values/name/0/value").asString()))
                .containsExactly("Acme Corp", "Harbor Analytics", "Lumen Robotics", "Pinecrest Health");
        List<RecordedRequest> queries = writes();
        assertJson(queries.get(0), """
                {"sorts": [{"attribute": "name", "direction": "asc"}], "limit": 3, "offset": 0}""");
        assertJson(queries.get(1), """
                {"sorts": [{"attribute": "name", "direction": "asc"}], "limit": 3, "offset": 3}""");
    }

    @Test
    void createsATaskWithEverythingThatAttioRequires() {
        String task = """
                {"content": "Send the draft", "format": "plaintext", "deadline_at": null, "is_completed": false,
                 "linked_records": ["acme.com"], "assignees": [{"workspace_member_email_address": "ava@northbeam.example"}]}""";
        JsonNode created = client.answer("create_a_attio_task", task);

        assertLine(vendor.onlyRequest(), "POST", "/attio/v2/tasks", null);
        assertJson(vendor.onlyRequest(), "{\"data\": " + task + "}");
        assertThat(created.path("content_plaintext").asString()).isEqualTo("Send the draft");
    }

    @Test
    void commentsAsTheMemberWhoConnectedTheAccount() {
        String author = client.answer("list_all_attio_me", "{}")
                .path("authorized_by_workspace_member_id")
                .asString();
        JsonNode comment = client.answer("create_a_attio_comment", """
                {"format": "plaintext", "content": "Signed.", "author": {"type": "workspace-member", "id": "%s"},
                 "record": {"object": "deals", "record_id": "00000000-0000-4000-8000-000000000051"}}""".formatted(author));

        JsonNode thread = client.answer(
                "get_single_attio_thread_by_id",
                "{\"id\": \"%s\"}".formatted(comment.path("thread_id").asString()));
        assertThat(thread.at("/comments/0/content_plaintext").asString()).isEqualTo("Signed.");
        assertThat(thread.at("/comments/0/author/id").asString()).isEqualTo(author);
    }

    @Test
    void sendsConditionsOfWebhooksUnderTheirOwnNames() {
        client.answer("create_a_attio_webhook", """
                {"target_url": "https://hooks.example/x", "subscriptions": [{"event_type": "record.created",
                 "filter": {"and": [{"field": "id.object_id", "operator": "equals", "value": "x"}]}}]}""");

        assertJson(vendor.onlyRequest(), """
                {"data": {"target_url": "https://hooks.example/x", "subscriptions": [{"event_type": "record.created",
                 "filter": {"$and": [{"field": "id.object_id", "operator": "equals", "value": "x"}]}}]}}""");
    }

    @Test
    void passesOnWhatAttioSaysIsWrong() {
        CallToolResult refused = client.call("attio_deals_assert", """
                {"matching_attribute": "name", "values": {"name": "Acme renewal"}}""");

        assertThat(refused.isError()).isTrue();
        assertThat(SdkClient.text(refused)).contains("HTTP 400", "\"name\" is not unique");
        JsonNode error = Http.JSON.valueToTree(refused.meta()).path("dev.mcpcodegen/error");
        assertThat(error.at("/upstream/code").asString()).isEqualTo("validation_type");
    }

    @Test
    void tellsTheSecondsOfADateAfterTooManyCalls() {
        vendor.failNext(429);

        CallToolResult refused = client.call("list_all_attio_lists", "{}");

        assertThat(refused.isError()).isTrue();
        assertThat(SdkClient.text(refused)).contains("Attio", "rate limit").containsPattern("Try again in [1-3] s");
        assertThat(vendor.requests()).hasSize(1);
    }

    private static String status(JsonNode entry) {
        return entry.at("/entry_values/status/0/status/title").asString();
    }

    private static List<String> titles(JsonNode entry) {
        return entry.at("/entry_values/channels")
                .valueStream()
                .map(value -> value.at("/option/title").asString())
                .toList();
    }

    /** Everything but what reads by GET, such as the account's attributes. */
    private List<RecordedRequest> writes() {
        return vendor.requests().stream()
                .filter(request -> !request.method().equals("GET"))
                .toList();
    }

    private List<String> lines() {
        return vendor.requests().stream().map(AttioWorkflowsIT::line).toList();
    }

    private RecordedRequest request(String line) {
        return vendor.requests().stream()
                .filter(each -> line(each).equals(line))
                .findFirst()
                .orElseThrow(() -> new AssertionError("There was no " + line));
    }

    private static String line(RecordedRequest request) {
        String query = request.rawQuery() == null ? "" : "?" + request.rawQuery();
        return request.method() + " " + request.rawPath() + query;
    }

    private static void assertLine(RecordedRequest request, String method, String rawPath, @Nullable String rawQuery) {
        assertThat(request.method()).isEqualTo(method);
        assertThat(request.rawPath()).isEqualTo(rawPath);
        assertThat(request.rawQuery()).isEqualTo(rawQuery);
        assertThat(request.headers().get("authorization")).containsExactly(AUTHORIZATION);
        assertThat(request.status()).isEqualTo(200);
    }

    private static void assertJson(RecordedRequest request, String expected) {
        assertThat(request.header("content-type")).startsWith("application/json");
        assertThat(request.body()).isEqualTo(new ReceivedBody.Json(Http.JSON.readTree(expected)));
    }
}
