package dev.mcpcodegen.it.sandbox.octapipe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcpcodegen.it.sandbox.Sandbox;
import dev.mcpcodegen.it.sandbox.TestClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class OctapipePipelinesTest {

    private final Sandbox sandbox = Sandbox.start(0);
    private final TestClient octapipe = TestClient.octapipe(sandbox);
    private final String sales = octapipe.get("/pipelines").json().at("/0/uuid").asString();
    private final String hiring =
            octapipe.get("/pipelines").json().at("/1/uuid").asString();
    private final String cards = "/pipelines/" + sales + "/cards";

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private String stage(String pipeline, int position) {
        return octapipe.get("/pipelines/" + pipeline + "/stages")
                .json()
                .at("/" + position + "/uuid")
                .asString();
    }

    @Test
    void tellsStagesInTheirOrder() {
        assertThat(octapipe.get("/pipelines").json().path(0).propertyNames()).containsExactly("uuid", "name");
        JsonNode pipeline = octapipe.get("/pipelines/" + sales).json();
        assertThat(pipeline.path("stages"))
                .isEqualTo(octapipe.get("/pipelines/" + sales + "/stages").json());
        assertThat(pipeline.path("stages")
                        .valueStream()
                        .map(each -> each.path("name").asString()))
                .containsExactly("Lead", "Qualified", "Proposal", "Negotiation", "Won", "Lost");
    }

    @Test
    void movesACardAndRemembersIt() {
        JsonNode card = octapipe.get(cards).json().path(0);
        String path = cards + "/" + card.path("uuid").asString();
        JsonNode moved = octapipe.put(
                        path, "{'pipeline_stage_uuid': '%s', 'name': 'Renamed', 'sla': 12}".formatted(stage(sales, 3)))
                .json();

        assertThat(moved.at("/pipeline_stage/name").asString()).isEqualTo("Negotiation");
        assertThat(moved.at("/movements/0/to_pipeline_stage_uuid").asString()).isEqualTo(stage(sales, 3));
        assertThat(moved.path("timeline")).hasSize(2);
        assertThat(moved.path("custom_fields_values")).isEqualTo(card.path("custom_fields_values"));
        assertThat(octapipe.get(path).json()).isEqualTo(moved);
    }

    @Test
    void refusesWhatDoesNotBelongTogether() {
        String uuid = octapipe.get(cards).json().at("/0/uuid").asString();
        TestClient.Answer foreign = octapipe.put(
                cards + "/" + uuid, "{'pipeline_stage_uuid': '%s', 'name': 'x', 'sla': 1}".formatted(stage(hiring, 0)));
        assertThat(foreign.status()).isEqualTo(422);
        assertThat(foreign.json().path("errors").propertyNames()).containsExactly("pipeline_stage_uuid");
        assertThat(octapipe.put(cards + "/" + uuid, "{'pipeline_stage_uuid': 'Won', 'sla': 1.5}")
                        .json()
                        .path("errors")
                        .propertyNames())
                .containsExactlyInAnyOrder("pipeline_stage_uuid", "name", "sla");
        assertThat(octapipe.get("/pipelines/" + hiring + "/cards/" + uuid).status())
                .isEqualTo(404);
    }

    @Test
    void createsAndDeletesACard() {
        TestClient.Answer created = octapipe.post(
                cards,
                "{'pipeline_stage_uuid': '%s', 'name': 'New', 'sla': 24, 'custom_fields_values': {}}"
                        .formatted(stage(sales, 0)));
        assertThat(created.status()).isEqualTo(201);
        assertThat(created.json().path("custom_fields_values").isArray()).isTrue();
        String path = cards + "/" + created.json().path("uuid").asString();
        assertThat(octapipe.delete(path).status()).isEqualTo(204);
        assertThat(octapipe.delete(path).status()).isEqualTo(404);
        assertThat(octapipe.post(
                                cards,
                                "{'pipeline_stage_uuid': '%s', 'name': 'x', 'sla': 1}".formatted(stage(sales, 0)))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void keepsNotesAndFilesOfACard() {
        String uuid = octapipe.get(cards).json().at("/0/uuid").asString();
        String on = "?entity=pipeline_card&record_uuid=" + uuid;
        assertThat(octapipe.get("/notes" + on).json()).hasSize(3);
        JsonNode note = octapipe.post(
                        "/notes", "{'entity': 'pipeline_card', 'record_uuid': '%s', 'note': '# Hi'}".formatted(uuid))
                .json();
        assertThat(note.at("/pipeline_card/uuid").asString()).isEqualTo(uuid);
        assertThat(octapipe.get("/notes" + on).json()).hasSize(4);
        assertThat(octapipe.delete("/notes/" + note.path("uuid").asString()).status())
                .isEqualTo(204);

        assertThat(octapipe.get("/files" + on.replace("pipeline_card", "deal")).json())
                .hasSize(1);
        JsonNode file = octapipe.multipart("/files", """
                        --b
                        Content-Disposition: form-data; name="entity"

                        pipeline_card
                        --b
                        Content-Disposition: form-data; name="record_uuid"

                        %s
                        --b
                        Content-Disposition: form-data; name="file"; filename="a.txt"
                        Content-Type: text/plain

                        hello
                        --b--
                        """.formatted(uuid)).json();
        assertThat(file.path("size").asInt()).isEqualTo(5);
        assertThat(octapipe.get("/files" + on).json()).hasSize(2);
        assertThat(octapipe.get("/notes?entity=task&record_uuid=" + uuid).status())
                .isEqualTo(422);
        assertThat(octapipe.get("/notes?record_uuid=" + uuid).status()).isEqualTo(422);
    }

    @Test
    void checksTasks() {
        String task = "{'title': 'Call', 'start_date': '2026-11-22', 'end_date': '2026-11-22', 'start_time': '9:00',"
                + " 'end_time': '09:30', 'status': '%s', 'priority': 'high'}";
        assertThat(octapipe.post("/tasks", task.formatted("Open")).status()).isEqualTo(201);
        assertThat(octapipe.post("/tasks", task.formatted("pending")).status()).isEqualTo(201);
        assertThat(octapipe.post("/tasks", task.formatted("someday"))
                        .json()
                        .path("errors")
                        .propertyNames())
                .containsExactly("status");
        assertThat(octapipe.post("/tasks", task.formatted("pending").replace("9:00", "9 am"))
                        .status())
                .isEqualTo(422);
        assertThat(octapipe.post(
                                "/tasks",
                                task.formatted("pending")
                                        .replace("'end_date': '2026-11-22'", "'end_date': '2026-11-21'"))
                        .json()
                        .path("errors")
                        .propertyNames())
                .containsExactly("end_date");
    }

    @Test
    void neverTellsAPassword() {
        TestClient.Answer created = octapipe.post(
                "/users",
                "{'first_name': 'Zoe', 'last_name': 'Sa', 'email': 'zoe@meridian.example', 'role': 'user',"
                        + " 'enabled_pipelines': ['%s'], 'initial_password': 'secret-1'}".formatted(sales));
        assertThat(created.status()).isEqualTo(201);
        assertThat(created.response().body()).doesNotContain("secret-1", "password");
        assertThat(octapipe.get("/users?page=2").response().body())
                .contains("zoe@")
                .doesNotContain("secret-1");
        assertThat(octapipe.post(
                                "/notifications",
                                "{'owner_user_uuid': '%s', 'entity': 'user', 'record_uuid': '%s', 'message': 'Hi'}"
                                        .formatted(
                                                created.json().path("uuid").asString(),
                                                created.json().path("uuid").asString()))
                        .status())
                .isEqualTo(201);
    }
}
