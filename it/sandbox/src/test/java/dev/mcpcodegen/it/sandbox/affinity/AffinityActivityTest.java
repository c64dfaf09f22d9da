package dev.mcpcodegen.it.sandbox.affinity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcpcodegen.it.sandbox.Sandbox;
import dev.mcpcodegen.it.sandbox.TestClient;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class AffinityActivityTest {

    private final Sandbox sandbox = Sandbox.start(0);
    private final TestClient affinity = TestClient.affinity(sandbox);

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void keysInteractionsByTheirKind() {
        String window = "&start_time=2026-01-01T00:00:00Z&end_time=2026-12-31T00:00:00Z&organization_id=98765";
        assertThat(interactions("type=0" + window).path("events").size()).isEqualTo(4);
        assertThat(interactions("type=1" + window).path("events").size()).isEqualTo(2);
        assertThat(interactions("type=2" + window).path("chat_messages").size()).isEqualTo(2);
        JsonNode emails = interactions("type=3" + window);
        assertThat(emails.path("emails").size()).isEqualTo(4);
        assertThat(emails.path("emails").path(0).path("subject").asString()).isEqualTo("Re: data room");
        assertThat(emails.has("events")).isFalse();
    }

    @Test
    void answersTheLatestOfAllKindsWhenTheKindIsLeftOut() {
        JsonNode latest = interactions("organization_id=98765&page_size=5");
        assertThat(latest.propertyNames()).containsExactly("events", "chat_messages", "emails", "next_page_token");
        assertThat(latest.path("events").size()
                        + latest.path("chat_messages").size()
                        + latest.path("emails").size())
                .isEqualTo(5);
    }

    @Test
    void refusesAWindowThatIsTooLongOrBackwards() {
        String query = "/interactions?type=0&person_id=98765&start_time=2026-01-01T00:00:00Z&end_time=";
        assertThat(affinity.get(query + "2027-06-01T00:00:00Z").status()).isEqualTo(422);
        assertThat(affinity.get(query + "2025-06-01T00:00:00Z").status()).isEqualTo(422);
        assertThat(affinity.get("/interactions?type=0").status()).isEqualTo(422);
        assertThat(affinity.get("/interactions?type=0&person_id=123").status()).isEqualTo(422);
        assertThat(affinity.get("/interactions?type=0&person_id=98765&organization_id=98765")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void createsReadsChangesAndDeletesAnInteraction() {
        JsonNode created = affinity.post(
                        "/interactions",
                        "{'type':1,'person_ids':[123,98765],'content':'Talked.','date':'2026-11-21T10:00:00Z'}")
                .json();
        String path = "/interactions/" + created.path("id").asLong();
        assertThat(created.path("persons").size()).isEqualTo(2);
        long note = created.path("notes").path(0).asLong();
        assertThat(affinity.get("/notes/" + note).json().path("content").asString())
                .isEqualTo("Talked.");
        assertThat(affinity.put(path, "{'type':1,'content':'Talked long.'}").status())
                .isEqualTo(200);
        assertThat(affinity.get("/notes/" + note).json().path("content").asString())
                .isEqualTo("Talked long.");
        assertThat(affinity.get(path).status()).isEqualTo(422);
        assertThat(affinity.get(path + "?type=1").status()).isEqualTo(200);
        assertThat(affinity.delete(path + "?type=1").status()).isEqualTo(200);
        assertThat(affinity.get(path + "?type=1").status()).isEqualTo(404);
    }

    @Test
    void refusesInteractionsWithoutInternalPersonAndNewEmails() {
        String rest = ",'content':'x','date':'2026-11-21T10:00:00Z'}";
        assertThat(affinity.post("/interactions", "{'type':0,'person_ids':[98765]" + rest)
                        .status())
                .isEqualTo(422);
        assertThat(affinity.post("/interactions", "{'type':3,'person_ids':[123]" + rest)
                        .status())
                .isEqualTo(422);
    }

    @Test
    void createsReadsChangesAndDeletesANote() {
        JsonNode created = affinity.post("/notes", "{'content':'Hello','organization_ids':[98765],'type':2}")
                .json();
        String path = "/notes/" + created.path("id").asLong();
        assertThat(created.path("creator_id").asLong()).isEqualTo(123);
        assertThat(affinity.put(path, "{'content':'Bye'}")
                        .json()
                        .path("content")
                        .asString())
                .isEqualTo("Bye");
        JsonNode found = affinity.get("/notes?organization_id=98765&creator_id=123")
                .json()
                .path("notes");
        assertThat(found.toString()).contains("\"Bye\"");
        JsonNode reply = affinity.post(
                        "/notes",
                        "{'content':'Reply','parent_id':" + created.path("id").asLong() + "}")
                .json();
        assertThat(reply.path("parent_id")).isEqualTo(created.path("id"));
        assertThat(affinity.delete(path).status()).isEqualTo(200);
        assertThat(affinity.get(path).status()).isEqualTo(404);
    }

    @Test
    void takesANoteAsAForm() {
        TestClient.Answer answer = affinity.send(
                "POST",
                "/notes",
                "application/x-www-form-urlencoded",
                "content=From+a+form&person_ids%5B%5D=98765&person_ids%5B%5D=40102");
        assertThat(answer.json().path("person_ids").toString()).isEqualTo("[98765,40102]");
        assertThat(answer.json().path("content").asString()).isEqualTo("From a form");
    }

    @Test
    void refusesNotesAboutNothingFromTheFutureAndOfOthers() {
        assertThat(affinity.post("/notes", "{'content':'x'}").status()).isEqualTo(422);
        assertThat(affinity.post("/notes", "{'content':'x','person_ids':[1]}").status())
                .isEqualTo(422);
        assertThat(affinity.post("/notes", "{'content':'x','person_ids':[123],'created_at':'2999-01-01T00:00:00Z'}")
                        .status())
                .isEqualTo(422);
        long foreign = affinity.get("/notes?creator_id=124")
                .json()
                .path("notes")
                .path(0)
                .path("id")
                .asLong();
        assertThat(affinity.delete("/notes/" + foreign).status()).isEqualTo(403);
    }

    @Test
    void createsReadsCompletesAndDeletesAReminder() {
        JsonNode created = affinity.post(
                        "/reminders",
                        "{'owner_id':123,'type':0,'content':'Call','due_date':'2999-01-01T00:00:00Z','organization_id':98765}")
                .json();
        String path = "/reminders/" + created.path("id").asLong();
        assertThat(created.path("status").asInt()).isEqualTo(1);
        assertThat(created.path("organization").path("name").asString()).isEqualTo("Acme Corp");
        JsonNode overdue =
                affinity.put(path, "{'due_date':'2020-01-01T00:00:00Z'}").json();
        assertThat(overdue.path("status").asInt()).isEqualTo(2);
        JsonNode completed = affinity.put(path, "{'is_completed':1}").json();
        assertThat(completed.path("status").asInt()).isZero();
        assertThat(completed.path("completer").path("id").asLong()).isEqualTo(123);
        assertThat(affinity.put(path, "{'is_completed':false}")
                        .json()
                        .path("status")
                        .asInt())
                .isEqualTo(2);
        assertThat(affinity.get("/reminders?organization_id=98765&status=2")
                        .json()
                        .path("reminders")
                        .size())
                .isGreaterThanOrEqualTo(1);
        assertThat(affinity.delete(path).status()).isEqualTo(200);
        assertThat(affinity.get(path).status()).isEqualTo(404);
    }

    @Test
    void refusesRemindersThatCannotFallDue() {
        assertThat(affinity.post("/reminders", "{'owner_id':123,'type':0}")
                        .json()
                        .toString())
                .contains("due_date");
        assertThat(affinity.post("/reminders", "{'owner_id':123,'type':1}")
                        .json()
                        .toString())
                .contains("reset_type");
        assertThat(affinity.post("/reminders", "{'owner_id':98765,'type':0,'due_date':'2999-01-01T00:00:00Z'}")
                        .status())
                .isEqualTo(422);
        assertThat(affinity.post(
                                "/reminders",
                                "{'owner_id':123,'type':0,'due_date':'2999-01-01T00:00:00Z','person_id':123,'organization_id':98765}")
                        .status())
                .isEqualTo(422);
        assertThat(affinity.get("/reminders?type=1").status()).isEqualTo(422);
        assertThat(affinity.get("/reminders?type=1&reset_type=0")
                        .json()
                        .path("reminders")
                        .size())
                .isEqualTo(1);
    }

    @Test
    void storesUploadedFiles() {
        TestClient.Answer answer = affinity.multipart("/entity-files", """
                --b
                Content-Disposition: form-data; name="person_id"

                98765
                --b
                Content-Disposition: form-data; name="files[]"; filename="a.txt"
                Content-Type: text/plain

                first
                --b
                Content-Disposition: form-data; name="files[]"; filename="b.txt"

                second
                --b--
                """);
        assertThat(answer.json().toString()).isEqualTo("{\"success\":true}");
        JsonNode files = affinity.get("/entity-files?person_id=98765").json().path("entity_files");
        assertThat(files.size()).isEqualTo(2);
        assertThat(files.path(1).path("name").asString()).isEqualTo("b.txt");
        assertThat(files.path(1).path("size").asInt()).isEqualTo(6);
        TestClient.Answer redirect = affinity.get(
                "/entity-files/download/" + files.path(1).path("id").asLong());
        assertThat(redirect.status()).isEqualTo(302);
    }

    @Test
    void refusesUploadsWithoutFileOrTarget() {
        String targetOnly = """
                --b
                Content-Disposition: form-data; name="person_id"

                98765
                --b--
                """;
        String fileOnly = """
                --b
                Content-Disposition: form-data; name="file"; filename="a"

                x
                --b--
                """;
        assertThat(affinity.multipart("/entity-files", targetOnly).status()).isEqualTo(422);
        assertThat(affinity.multipart("/entity-files", fileOnly).status()).isEqualTo(422);
    }

    @Test
    void redirectsDownloadsToAHostThatRefusesCredentials() {
        long file = affinity.get("/entity-files?organization_id=98765")
                .json()
                .path("entity_files")
                .path(0)
                .path("id")
                .asLong();
        assertThat(affinity.get("/entity-files/" + file).json().path("name").asString())
                .isEqualTo("acme-series-b.csv");
        String link = affinity.get("/entity-files/download/" + file).header("location");
        assertThat(link).startsWith("http://localhost:").contains("/affinity-storage/");
        TestClient.Answer plain = TestClient.with(link, Map.of()).get("");
        assertThat(plain.status()).isEqualTo(200);
        assertThat(plain.header("content-type")).isEqualTo("text/csv");
        assertThat(plain.header("content-disposition")).endsWith("filename*=UTF-8''acme-series-b.csv");
        assertThat(plain.response().body()).startsWith("quarter,revenue");
        assertThat(TestClient.with(link, Map.of("Authorization", "Basic x"))
                        .get("")
                        .status())
                .isEqualTo(400);
        assertThat(TestClient.with(sandbox.url("affinity-storage"), Map.of())
                        .get("/unknown")
                        .status())
                .isEqualTo(403);
    }

    private JsonNode interactions(String query) {
        return affinity.get("/interactions?" + query).json();
    }
}
