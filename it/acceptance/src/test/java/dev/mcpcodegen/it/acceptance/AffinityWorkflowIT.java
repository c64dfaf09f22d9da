package dev.mcpcodegen.it.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcpcodegen.it.sandbox.http.RecordedRequest;
import dev.mcpcodegen.it.sandbox.vendor.ReceivedBody;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** "Prepare me for the meeting with Acme": the calls a model makes for it, and what reaches Affinity of them. */
@OnEachContainer
final class AffinityWorkflowIT {

    private final Deployment deployment;
    private final Vendor vendor;

    AffinityWorkflowIT(Deployment deployment) {
        this.deployment = deployment;
        this.vendor = deployment.resetVendor();
    }

    @Test
    void preparesAMeeting() {
        try (SdkClient client = SdkClient.of(deployment, TestGrant.FULL)) {
            JsonNode found = client.answer("list_all_affinity_organizations", "{\"query\": \"acme\"}");
            long organization = found.at("/result/0/id").asLong();
            JsonNode people = client.answer(
                            "get_single_affinity_organization_by_id", "{\"id\": %d}".formatted(organization))
                    .path("person_ids");
            long contact = people.path(0).asLong();
            JsonNode closest = client.answer(
                            "list_all_affinity_relationship_strength", "{\"external_id\": %d}".formatted(contact))
                    .path("result")
                    .valueStream()
                    .max(Comparator.comparingDouble(
                            known -> known.path("strength").asDouble()))
                    .orElseThrow();
            JsonNode interactions = client.answer("list_all_affinity_interactions", """
                    {"organization_id": %d, "type": 0, "start_time": "2026-01-01T00:00:00Z",
                     "end_time": "2026-12-31T00:00:00Z", "limit": 3}""".formatted(organization));
            JsonNode reminder = client.answer(
                    "create_a_affinity_reminder", """
                    {"owner_id": %s, "type": 0, "content": "Ask about the pilot", "due_date": "2026-12-01",
                     "organization_id": %d}""".formatted(closest.path("internal_id"), organization));

            assertThat(organization).isEqualTo(98_765);
            assertThat(closest.path("strength").asDouble()).isEqualTo(0.82);
            assertThat(interactions.path("result"))
                    .hasSizeLessThanOrEqualTo(3)
                    .isNotEmpty()
                    .allMatch(each -> each.path("type").asInt(-1) == 0);
            assertThat(lines())
                    .containsExactly(
                            "GET /affinity/organizations?term=acme",
                            "GET /affinity/organizations/98765",
                            "GET /affinity/relationships-strengths?external_id=" + contact,
                            "GET /affinity/interactions?type=0&start_time=2026-01-01T00%3A00%3A00Z"
                                    + "&end_time=2026-12-31T00%3A00%3A00Z&organization_id=98765&page_size=3",
                            "POST /affinity/reminders");
            assertThat(vendor.requests().get(4).body())
                    .isEqualTo(new ReceivedBody.Json(Http.JSON.readTree("""
                    {"owner_id": %s, "type": 0, "content": "Ask about the pilot", "due_date": "2026-12-01",
                     "organization_id": 98765}""".formatted(closest.path("internal_id")))));
            assertThat(vendor.stored("/reminders/" + reminder.path("id"))
                            .path("content")
                            .asString())
                    .isEqualTo("Ask about the pilot");
        }
    }

    private List<String> lines() {
        return vendor.requests().stream().map(AffinityWorkflowIT::line).toList();
    }

    private static String line(RecordedRequest request) {
        return request.method() + " " + request.rawPath()
                + (request.rawQuery() == null ? "" : "?" + request.rawQuery());
    }
}
