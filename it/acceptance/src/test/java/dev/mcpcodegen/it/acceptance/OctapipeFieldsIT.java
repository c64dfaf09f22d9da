package dev.mcpcodegen.it.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcpcodegen.it.sandbox.http.RecordedRequest;
import dev.mcpcodegen.it.sandbox.octapipe.OctapipeSandbox;
import dev.mcpcodegen.it.sandbox.vendor.ReceivedBody;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Fields that the account has made itself: what clients are told of them, and what reaches Octapipe of their values. */
@OnEachContainer
final class OctapipeFieldsIT {

    private final Vendor vendor;
    private final SdkClient client;

    OctapipeFieldsIT(Deployment deployment) {
        this.vendor = deployment.resetVendor(TestAccount.OCTAPIPE);
        this.client = SdkClient.of(deployment, TestGrant.OCTAPIPE);
    }

    @AfterEach
    void disconnect() {
        client.close();
    }

    @Test
    void showsTheFieldsOfTheAccount() {
        for (String tool : List.of("create_a_octapipe_database_record", "octapipe_database_records_bulk_update")) {
            String property = tool.startsWith("create") ? "custom_fields_values" : "values";
            JsonNode risk = schema(tool).at("/properties/" + property + "/properties/cf_risk_level");
            assertThat(risk.toString()).contains("Risk Level", "Low", "Medium", "High", "Customers");
        }
        assertThat(schema("create_a_octapipe_pipeline_card")
                        .at("/properties/custom_fields_values/properties/cf_value")
                        .toString())
                .contains("Deal Value", "number", "Sales");
        assertThat(schema("octapipe_database_records_bulk_delete")
                        .at("/properties/filters")
                        .toString())
                .contains("cf_risk_level");
    }

    /** "Set Risk Level to High in all of them": the title does as the key. */
    @Test
    void takesATitleForAKey() {
        String customers = uuid("list_all_octapipe_databases", "Customers");
        JsonNode answer = client.answer("octapipe_database_records_bulk_update", """
                {"database_uuid": "%s", "values": {"Risk Level": "High"},
                 "filters": [{"field": "Annual Revenue", "operator": "gte", "value": 10000},
                             {"field": "updated_at", "operator": "lt", "value": "2026-05-24"}]}""".formatted(customers));

        assertThat(answer.path("updated").asInt()).isEqualTo(4);
        assertThat(lastRequest().method()).isEqualTo("PUT");
        assertThat(lastRequest().body()).isEqualTo(new ReceivedBody.Json(Http.JSON.readTree("""
                {"values": {"cf_risk_level": "High"},
                 "filters": [{"field": "cf_revenue", "operator": "gte", "value": 10000},
                             {"field": "updated_at", "operator": "lt", "value": "2026-05-24"}]}""")));
    }

    @Test
    void refusesWhatTheFieldsDoNotTakeBeforeAnythingIsSent() {
        String customers = uuid("list_all_octapipe_databases", "Customers");
        CallToolResult result = client.call("create_a_octapipe_database_record", """
                {"database_uuid": "%s", "name": "New Co",
                 "custom_fields_values": {"Risk Level": "Huge", "cf_revenue": "much", "cf_colour": "red"}}""".formatted(customers));

        assertThat(result.isError()).isTrue();
        assertThat(SdkClient.text(result)).contains("Low", "Medium", "High", "cf_revenue", "cf_colour", "cf_segment");
        assertThat(vendor.requests()).extracting(RecordedRequest::method).containsOnly("GET");
    }

    @Test
    void writesValuesInTheirTypes() {
        String customers = uuid("list_all_octapipe_databases", "Customers");
        JsonNode created = client.answer("create_a_octapipe_database_record", """
                {"database_uuid": "%s", "name": "New Co", "custom_fields_values":
                 {"Segment": "Retail", "Annual Revenue": 1.50, "Channels": ["Web", "Phone"], "Renewal Date": "2027-01-31"}}""".formatted(customers));

        assertThat(created.path("custom_fields_values")).isEqualTo(Http.JSON.readTree("""
                {"cf_segment": "Retail", "cf_revenue": 1.50, "cf_channels": ["Web", "Phone"], "cf_renewal": "2027-01-31"}"""));
    }

    @Test
    void knowsTheFieldsOfAPipeline() {
        String sales = uuid("list_all_octapipe_pipelines", "Sales");
        String stage = client.answer("get_single_octapipe_pipeline_by_id", "{\"id\": \"%s\"}".formatted(sales))
                .at("/stages/0/uuid")
                .asString();
        JsonNode created = client.answer("create_a_octapipe_pipeline_card", """
                {"pipeline_uuid": "%s", "pipeline_stage_uuid": "%s", "name": "New deal", "sla": 24,
                 "custom_fields_values": {"Deal Value": 5000, "Source": "Fair"}}""".formatted(sales, stage));

        assertThat(created.path("custom_fields_values"))
                .isEqualTo(Http.JSON.readTree("{\"cf_value\": 5000, \"cf_source\": \"Fair\"}"));
        String path = "/pipelines/" + sales + "/cards/" + created.path("uuid").asString();
        assertThat(vendor.stored("octapipe", "Bearer " + OctapipeSandbox.TOKEN, path)
                        .path("name")
                        .asString())
                .isEqualTo("New deal");
    }

    private JsonNode schema(String tool) {
        return client.tools().stream()
                .filter(each -> each.name().equals(tool))
                .map(each -> Http.JSON.<JsonNode>valueToTree(each.inputSchema()))
                .findFirst()
                .orElseThrow();
    }

    private String uuid(String tool, String name) {
        return client.answer(tool, "{}")
                .path("result")
                .valueStream()
                .filter(each -> each.path("name").asString().equals(name))
                .findFirst()
                .orElseThrow()
                .path("uuid")
                .asString();
    }

    private RecordedRequest lastRequest() {
        List<RecordedRequest> requests = vendor.requests();
        return requests.get(requests.size() - 1);
    }
}
