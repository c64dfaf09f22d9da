package dev.mcpcodegen.it.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcpcodegen.it.sandbox.http.RecordedRequest;
import dev.mcpcodegen.it.sandbox.octapipe.OctapipeSandbox;
import dev.mcpcodegen.it.sandbox.vendor.Part;
import dev.mcpcodegen.it.sandbox.vendor.ReceivedBody;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What users of Octapipe ask for, call by call as a model makes them, and what reaches Octapipe of it. */
@OnEachContainer
final class OctapipeWorkflowsIT {

    private static final String AUTHORIZATION = "Bearer " + OctapipeSandbox.TOKEN;

    private final Vendor vendor;
    private final SdkClient client;

    OctapipeWorkflowsIT(Deployment deployment) {
        this.vendor = deployment.resetVendor(TestAccount.OCTAPIPE);
        this.client = SdkClient.of(deployment, TestGrant.OCTAPIPE);
    }

    @AfterEach
    void disconnect() {
        client.close();
    }

    /** "Move Kestrel Mobility training to Negotiation and note that the price was accepted." */
    @Test
    void movesACardThatIsKnownByNameAndWritesANote() {
        String pipeline = uuid(named(client.answer("list_all_octapipe_pipelines", "{}"), "Sales"));
        String onPipeline = "{\"pipeline_uuid\": \"%s\"}".formatted(pipeline);
        String stage = uuid(named(client.answer("list_all_octapipe_pipeline_stages", onPipeline), "Negotiation"));
        JsonNode card = pageTo("Kestrel Mobility training", "list_all_octapipe_pipeline_cards", onPipeline);
        JsonNode moved = client.answer("update_a_octapipe_pipeline_card_by_id", """
                {"pipeline_uuid": "%s", "id": "%s", "pipeline_stage_uuid": "%s", "name": "%s", "sla": %s}""".formatted(
                        pipeline, uuid(card), stage, card.path("name").asString(), card.path("sla")));
        client.answer("create_a_octapipe_note", """
                {"entity": "pipeline_card", "record_uuid": "%s", "note": "The **price** was accepted."}""".formatted(uuid(moved)));

        String cards = "/octapipe/pipelines/" + pipeline + "/cards";
        assertThat(lines())
                .containsExactly(
                        "GET /octapipe/pipelines?page=1",
                        "GET /octapipe/pipelines/" + pipeline + "/stages?page=1",
                        "GET " + cards + "?page=1",
                        "GET " + cards + "?page=2",
                        "GET " + cards + "?page=3",
                        "GET " + cards + "?page=4",
                        "PUT " + cards + "/" + uuid(card),
                        "POST /octapipe/notes");
        assertJson(vendor.requests().get(6), """
                {"pipeline_stage_uuid": "%s", "name": "Kestrel Mobility training", "sla": 32}""".formatted(stage));
        assertJson(vendor.requests().get(7), """
                {"entity": "pipeline_card", "record_uuid": "%s", "note": "The **price** was accepted."}""".formatted(uuid(card)));
        JsonNode stored = stored(cards.substring("/octapipe".length()) + "/" + uuid(card));
        assertThat(stored.at("/pipeline_stage/name").asString()).isEqualTo("Negotiation");
        assertThat(stored.path("custom_fields_values")).isEqualTo(card.path("custom_fields_values"));
        assertThat(stored("/notes?entity=pipeline_card&record_uuid=" + uuid(card)))
                .hasSize(1);
    }

    /** "Set the risk of every customer that nobody touched for half a year to high." */
    @Test
    void changesEveryStaleRecordInOneCall() {
        String customers = uuid(named(client.answer("list_all_octapipe_databases", "{}"), "Customers"));
        String stale = "[{\"field\": \"updated_at\", \"operator\": \"lt\", \"value\": \"2026-05-24\"}]";
        JsonNode answer = client.answer("octapipe_database_records_bulk_update", """
                {"database_uuid": "%s", "filters": %s, "values": {"cf_risk_level": "High"}}""".formatted(customers, stale));

        assertThat(answer.path("updated").asInt()).isEqualTo(19);
        RecordedRequest request = lastRequest();
        assertLine(request, "PUT", "/octapipe/databases/" + customers + "/records/bulk", null);
        assertJson(request, "{\"filters\": %s, \"values\": {\"cf_risk_level\": \"High\"}}".formatted(stale));
    }

    @Test
    void deletesByFilterWithABody() {
        String customers = uuid(named(client.answer("list_all_octapipe_databases", "{}"), "Customers"));
        String filters = "[{\"field\": \"cf_revenue\", \"operator\": \"gte\", \"value\": 10000}]";
        JsonNode answer = client.answer(
                "octapipe_database_records_bulk_delete",
                "{\"database_uuid\": \"%s\", \"filters\": %s}".formatted(customers, filters));

        assertThat(answer.path("deleted").asInt()).isEqualTo(4);
        assertLine(lastRequest(), "DELETE", "/octapipe/databases/" + customers + "/records/bulk", null);
        assertJson(lastRequest(), "{\"filters\": %s}".formatted(filters));
    }

    /** "Create a task starting tomorrow 9:00 with status Open and high priority." */
    @Test
    void createsATaskAsItWasAskedFor() {
        LocalDate tomorrow = LocalDate.now(ZoneOffset.UTC).plusDays(1);
        String task = """
                {"title": "Call Acme Corp", "start_date": "%s", "end_date": "%s", "start_time": "9:00",
                 "end_time": "9:30", "status": "Open", "priority": "high"}""".formatted(tomorrow, tomorrow);
        JsonNode created = client.answer("create_a_octapipe_task", task);

        assertLine(vendor.onlyRequest(), "POST", "/octapipe/tasks", null);
        assertJson(vendor.onlyRequest(), task);
        assertThat(stored("/tasks/" + uuid(created)).path("status").asString()).isEqualTo("Open");
    }

    @Test
    void refusesAPriorityThatDoesNotExistWithoutACall() {
        CallToolResult result = client.call("create_a_octapipe_task", """
                {"title": "x", "start_date": "2026-12-01", "end_date": "2026-12-01", "start_time": "9:00",
                 "end_time": "9:30", "status": "pending", "priority": "urgent"}""");
        assertThat(result.isError()).isTrue();
        assertThat(SdkClient.text(result)).contains("priority", "low", "medium", "high");
        assertThat(vendor.requests()).isEmpty();
    }

    @Test
    void tellsTheModelThatUuidsDoNotBelongTogether() {
        JsonNode pipelines = client.answer("list_all_octapipe_pipelines", "{}");
        String sales = uuid(named(pipelines, "Sales"));
        String hiring = "{\"pipeline_uuid\": \"%s\"}".formatted(uuid(named(pipelines, "Hiring")));
        String stage = uuid(named(client.answer("list_all_octapipe_pipeline_stages", hiring), "Offer"));
        JsonNode card = client.answer(
                        "list_all_octapipe_pipeline_cards",
                        "{\"pipeline_uuid\": \"%s\", \"limit\": 1}".formatted(sales))
                .at("/result/0");
        vendor.forgetRequests();
        CallToolResult result =
                client.call("update_a_octapipe_pipeline_card_by_id", """
                {"pipeline_uuid": "%s", "id": "%s", "pipeline_stage_uuid": "%s", "name": "x", "sla": 1}""".formatted(sales, uuid(card), stage));

        assertThat(result.isError()).isTrue();
        assertThat(SdkClient.text(result)).contains("pipeline_stage_uuid does not belong to the pipeline", "422");
        assertThat(vendor.onlyRequest().status()).isEqualTo(422);
    }

    @Test
    void passesOnTheRateLimit() {
        vendor.failNext(429);
        CallToolResult result = client.call("list_all_octapipe_tasks", "{}");

        assertThat(result.isError()).isTrue();
        assertThat(SdkClient.text(result))
                .containsPattern("Try again in \\d+ s")
                .contains("limit=600 remaining=0");
        assertThat(vendor.requests()).hasSize(1);
    }

    @Test
    void walksThroughTenThousandRecords() {
        String orders = uuid(named(client.answer("list_all_octapipe_databases", "{}"), "Orders"));
        vendor.forgetRequests();

        List<List<JsonNode>> pages =
                client.pages("list_all_octapipe_database_records", "{\"database_uuid\": \"%s\"}".formatted(orders));

        assertThat(pages).hasSize(667);
        List<String> names = pages.stream()
                .flatMap(List::stream)
                .map(each -> each.path("name").asString())
                .toList();
        assertThat(names).hasSize(10_000);
        Set<String> distinct = new HashSet<>(names);
        assertThat(distinct).hasSize(10_000).contains("Order 1", "Order 10000");
        // The last page is known by its length: no call is made for an empty one.
        assertThat(vendor.requests()).hasSize(667);
        assertThat(lastRequest().rawQuery()).isEqualTo("page=667");
    }

    @Test
    void handsOutLessThanAPageAndLosesNothing() {
        List<List<JsonNode>> pages = client.pages("list_all_octapipe_users", "{\"limit\": 4}");

        assertThat(pages.stream().map(List::size)).containsExactly(4, 4, 4, 3, 2);
        assertThat(pages.stream().flatMap(List::stream).map(OctapipeWorkflowsIT::uuid))
                .doesNotHaveDuplicates();
        List<List<JsonNode>> notifications = client.pages("list_all_octapipe_notifications", "{}");
        assertThat(notifications.stream().map(List::size)).containsExactly(15, 2);
    }

    @Test
    void importsAndExportsRecords() {
        String suppliers = uuid(named(client.answer("list_all_octapipe_databases", "{}"), "Suppliers"));
        JsonNode imported = client.answer("octapipe_database_records_bulk_import", """
                {"database_uuid": "%s", "mapping": {"Company": "name"},
                 "file": {"filename": "s.csv", "media_type": "text/csv", "content_base64": "Q29tcGFueQpOb3J0aApTb3V0aAo="}}""".formatted(suppliers));
        assertThat(imported.path("imported").asInt()).isEqualTo(2);
        List<Part> parts = ((ReceivedBody.Multipart) lastRequest().body()).parts();
        assertThat(parts).extracting(Part::name).containsExactlyInAnyOrder("file", "mapping");
        assertThat(parts)
                .filteredOn(part -> part.name().equals("mapping"))
                .singleElement()
                .satisfies(part -> {
                    assertThat(part.mediaType()).isEqualTo("application/json");
                    assertThat(part.text()).isEqualTo("{\"Company\":\"name\"}");
                });

        CallToolResult exported = client.call(
                "octapipe_database_records_bulk_export", "{\"database_uuid\": \"%s\"}".formatted(suppliers));
        assertThat(SdkClient.text(exported)).contains("uuid,name", ",North", ",South");
        assertLine(lastRequest(), "GET", "/octapipe/databases/" + suppliers + "/records/export", null);
    }

    /** Pages until a record of this name turns up, as a model does. */
    private JsonNode pageTo(String name, String tool, String arguments) {
        ObjectNode next = (ObjectNode) Http.JSON.readTree(arguments);
        while (true) {
            JsonNode page = client.answer(tool, next.toString());
            for (JsonNode each : page.path("result")) {
                if (each.path("name").asString().equals(name)) {
                    return each;
                }
            }
            assertThat(page.path("next_cursor").isString()).as(name).isTrue();
            next.set("next_cursor", page.path("next_cursor"));
        }
    }

    private static JsonNode named(JsonNode list, String name) {
        return list.path("result")
                .valueStream()
                .filter(each -> each.path("name").asString().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " is not in " + list));
    }

    private static String uuid(JsonNode stored) {
        return stored.path("uuid").asString();
    }

    private JsonNode stored(String path) {
        return vendor.stored("octapipe", AUTHORIZATION, path);
    }

    private RecordedRequest lastRequest() {
        List<RecordedRequest> requests = vendor.requests();
        return requests.get(requests.size() - 1);
    }

    private List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (RecordedRequest request : vendor.requests()) {
            String query = request.rawQuery() == null ? "" : "?" + request.rawQuery();
            lines.add(request.method() + " " + request.rawPath() + query);
        }
        return lines;
    }

    private static void assertLine(RecordedRequest request, String method, String rawPath, @Nullable String rawQuery) {
        assertThat(request.method()).isEqualTo(method);
        assertThat(request.rawPath()).isEqualTo(rawPath);
        assertThat(request.rawQuery()).isEqualTo(rawQuery);
        assertThat(request.headers().get("authorization")).containsExactly(AUTHORIZATION);
    }

    private static void assertJson(RecordedRequest request, String expected) {
        assertThat(request.header("content-type")).startsWith("application/json");
        assertThat(request.body()).isEqualTo(new ReceivedBody.Json(Http.JSON.readTree(expected)));
    }
}
