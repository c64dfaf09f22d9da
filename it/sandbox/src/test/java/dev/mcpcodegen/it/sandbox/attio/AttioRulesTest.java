package dev.mcpcodegen.it.sandbox.attio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcpcodegen.it.sandbox.Sandbox;
import dev.mcpcodegen.it.sandbox.TestClient;
import dev.mcpcodegen.it.sandbox.TestClient.Answer;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class AttioRulesTest {

    private static final String DEAL = "00000000-0000-4000-8000-000000000051";
    private static final String AVA = "00000000-0000-4000-8000-0000000000e1";

    private final Sandbox sandbox = Sandbox.start(0);
    private final TestClient attio = TestClient.attio(sandbox);

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void takesTheTokenAndNothingElse() {
        assertThat(attio.get("/v2/self").json().path("workspace_slug").asString())
                .isEqualTo("northbeam");
        Answer anonymous = TestClient.with(sandbox.url("attio"), Map.of()).get("/v2/objects");
        assertThat(anonymous.status()).isEqualTo(401);
        assertThat(anonymous.json().path("type").asString()).isEqualTo("auth_error");
        Answer wrong = TestClient.with(sandbox.url("attio"), Map.of("Authorization", "Bearer x"))
                .get("/v2/objects");
        assertThat(wrong.status()).isEqualTo(401);
    }

    @Test
    void tellsTheNextSecondAsADateWhenThereWereTooManyCalls() {
        TestClient control = TestClient.with(sandbox.url("_sandbox"), Map.of());
        control.post("/faults", "{'vendor': 'attio', 'status': 429}");

        Answer refused = attio.get("/v2/objects");

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.json().path("code").asString()).isEqualTo("rate_limit_exceeded");
        Instant retry = ZonedDateTime.parse(refused.header("retry-after"), DateTimeFormatter.RFC_1123_DATE_TIME)
                .toInstant();
        assertThat(Duration.between(Instant.now(), retry)).isLessThan(Duration.ofSeconds(5));
        assertThat(attio.get("/v2/objects").status()).isEqualTo(200);
    }

    @Test
    void refusesWhatIsNotDocumented() {
        assertCode(attio.get("/v2/objects?limit=5"), "validation_type");
        assertCode(attio.get("/v2/notes?limit=51"), "validation_type");
        assertCode(attio.get("/v2/notes?parent_object=deals"), "validation_type");
        assertCode(attio.get("/v2/webhooks?limit=5"), "validation_type");
        assertCode(attio.post("/v2/notes", "{'data': {'title': 'x'}}"), "missing_value");
        assertCode(
                attio.post(
                        "/v2/objects",
                        "{'data': {'api_slug': 'a', 'singular_noun': 'A', 'plural_noun': 'As', 'x': 1}}"),
                "validation_type");
        assertCode(attio.get("/v2/objects/nothing"), "not_found");
        assertCode(attio.get("/v2/elsewhere"), "not_found");
    }

    @Test
    void knowsANewAttributeAtOnce() {
        assertThat(attribute("/v2/objects/deals/attributes", "region", "select", false)
                        .status())
                .isEqualTo(200);
        assertCode(attribute("/v2/objects/deals/attributes", "region", "text", false), "slug_conflict");
        assertCode(
                attio.patch("/v2/objects/deals/records/" + DEAL, "{'data': {'values': {'region': 'EU'}}}"),
                "value_not_found");

        attio.post("/v2/objects/deals/attributes/region/options", "{'data': {'title': 'EU'}}");

        JsonNode deal = attio.patch("/v2/objects/deals/records/" + DEAL, "{'data': {'values': {'region': 'EU'}}}")
                .json();
        assertThat(deal.at("/data/values/region/0/option/title").asString()).isEqualTo("EU");
        assertCode(
                attio.patch("/v2/objects/deals/attributes/name", "{'data': {'title': 'x'}}"),
                "system_edit_unauthorized");
        assertCode(attribute("/v2/objects/companies/attributes", "phase", "status", false), "validation_type");
        assertCode(attribute("/v2/objects/deals/attributes", "age", "number", true), "validation_type");
    }

    private Answer attribute(String path, String slug, String type, boolean isMultiselect) {
        return attio.post(path, """
                {'data': {'title': 'New', 'description': null, 'api_slug': '%s', 'type': '%s', 'is_required': false,
                 'is_unique': false, 'is_multiselect': %s, 'config': {}}}""".formatted(slug, type, isMultiselect));
    }

    @Test
    void pagesNotesOfARecord() {
        String notes = "/v2/notes?parent_object=deals&parent_record_id=" + DEAL;
        assertThat(attio.get(notes).json().path("data")).hasSize(10);
        assertThat(attio.get(notes + "&offset=10").json().path("data")).hasSize(2);
        Answer created = attio.post("/v2/notes", """
                {'data': {'parent_object': 'deals', 'parent_record_id': '%s', 'title': 'T', 'format': 'markdown',
                 'content': '# Head'}}""".formatted(DEAL));
        assertThat(created.json().at("/data/content_markdown").asString()).isEqualTo("# Head");
        assertThat(created.json().at("/data/content_plaintext").asString()).isEqualTo("Head");
    }

    @Test
    void linksATaskByWhateverNamesARecord() {
        Answer created = attio.post("/v2/tasks", """
                {'data': {'content': 'Call', 'format': 'plaintext', 'deadline_at': null, 'is_completed': false,
                 'linked_records': ['acme.com', {'target_object': 'deals', 'target_record_id': '%s'},
                   {'target_object': 'people', 'email_addresses': [{'email_address': 'yuki@lumenrobotics.example'}]}],
                 'assignees': [{'workspace_member_email_address': 'marcus@northbeam.example'}]}}""".formatted(DEAL));

        assertThat(created.status()).as("%s", created.json()).isEqualTo(200);
        assertThat(created.json().at("/data/linked_records")).hasSize(3);
        String id = created.json().at("/data/id/task_id").asString();
        attio.patch("/v2/tasks/" + id, "{'data': {'is_completed': true}}");
        assertThat(attio.get("/v2/tasks?is_completed=true&assignee=marcus@northbeam.example")
                        .json()
                        .path("data"))
                .hasSize(1);
        assertThat(attio.get("/v2/tasks?assignee=null").json().path("data")).isEmpty();
    }

    @Test
    void deletesAThreadWithItsFirstComment() {
        String thread = attio.get("/v2/threads?object=deals&record_id=" + DEAL)
                .json()
                .at("/data/0/id/thread_id")
                .asString();
        String reply = """
                {'data': {'format': 'plaintext', 'content': 'And?', 'author': {'type': 'workspace-member', 'id': '%s'},
                 'thread_id': '%s'}}""".formatted(AVA, thread);
        assertThat(attio.post("/v2/comments", reply).status()).isEqualTo(200);
        JsonNode comments = attio.get("/v2/threads/" + thread).json().at("/data/comments");
        assertThat(comments).hasSize(3);

        attio.delete("/v2/comments/" + comments.at("/0/id/comment_id").asString());

        assertThat(attio.get("/v2/threads/" + thread).status()).isEqualTo(404);
    }

    @Test
    void showsTheSecretOfAWebhookOnce() {
        JsonNode created = attio.post("/v2/webhooks", """
                {'data': {'target_url': 'https://x.example', 'subscriptions': [{'event_type': 'task.created',
                 'filter': {'$and': [{'field': 'a', 'operator': 'equals', 'value': 'b'}]}}]}}""").json();
        assertThat(created.at("/data/secret").isString()).isTrue();
        String id = created.at("/data/id/webhook_id").asString();
        assertThat(attio.get("/v2/webhooks/" + id).json().path("data").has("secret"))
                .isFalse();
    }

    @Test
    void keepsSomebodyInCharge() {
        assertCode(attio.patch("/v2/lists/sales_pipeline", "{'data': {'workspace_access': null}}"), "validation_type");
        Answer kept = attio.patch("/v2/lists/sales_pipeline", """
                {'data': {'workspace_access': null,
                 'workspace_member_access': [{'workspace_member_id': '%s', 'level': 'full-access'}]}}""".formatted(AVA));
        assertThat(kept.status()).as("%s", kept.json()).isEqualTo(200);
        assertThat(kept.json().at("/data/parent_object/0").asString()).isEqualTo("companies");
    }

    private static void assertCode(Answer answer, String code) {
        assertThat(answer.json().path("code").asString(""))
                .as("%s", answer.json())
                .isEqualTo(code);
    }
}
