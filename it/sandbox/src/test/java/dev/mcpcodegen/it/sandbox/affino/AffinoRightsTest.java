package dev.mcpcodegen.it.sandbox.affino;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcpcodegen.it.sandbox.Sandbox;
import dev.mcpcodegen.it.sandbox.TestClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class AffinoRightsTest {

    private static final String MAPS = "/forums/8101/threads/8201";
    private static final String GEAR = "/forums/8102/threads/8202";

    private final Sandbox sandbox = Sandbox.start(0);
    private final TestClient editor = TestClient.affino(sandbox, AffinoPerson.EDITOR);
    private final TestClient moderator = TestClient.affino(sandbox, AffinoPerson.MODERATOR);
    private final TestClient administrator = TestClient.affino(sandbox, AffinoPerson.ADMINISTRATOR);
    private final TestClient reader = TestClient.affino(sandbox, AffinoPerson.READER);

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void letsOnlyModeratorsModerateAndOnlyTheirForum() {
        TestClient.Answer refused = editor.post(MAPS + "/moderate", "{'Action': 'lock'}");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.json().path("Message").asString()).isEqualTo("Nora Adeyemi does not moderate this forum.");
        assertThat(administrator.post(MAPS + "/moderate", "{'Action': 'lock'}").status())
                .isEqualTo(403);
        assertThat(moderator.post(GEAR + "/moderate", "{'Action': 'lock'}").status())
                .isEqualTo(403);
        assertThat(editor.get(MAPS).json().at("/Moderation/Locked").asBoolean()).isFalse();

        JsonNode locked = moderator
                .post(MAPS + "/moderate", "{'Action': 'lock', 'Reason': 'answered'}")
                .json();
        assertThat(locked.at("/Moderation/Locked").asBoolean()).isTrue();
        assertThat(locked.at("/Moderation/Reason").asString()).isEqualTo("answered");
        assertThat(editor.post("/threads/8201/posts", "{'Body': 'Too late'}").status())
                .isEqualTo(403);
    }

    @Test
    void letsOnlyAdministratorsAppointModerators() {
        assertThat(moderator
                        .post("/forums/8101/moderators", "{'UserCode': '3001'}")
                        .status())
                .isEqualTo(403);
        assertThat(administrator
                        .post("/forums/8101/moderators", "{'UserCode': '3001'}")
                        .json()
                        .path("UserCode")
                        .asString())
                .isEqualTo("3001");
        assertThat(editor.post(MAPS + "/moderate", "{'Action': 'pin'}").status())
                .isEqualTo(200);
        assertThat(administrator.delete("/forums/8101/moderators/3001").status())
                .isEqualTo(200);
        assertThat(editor.post(MAPS + "/moderate", "{'Action': 'unpin'}").status())
                .isEqualTo(403);
        assertThat(administrator.delete("/forums/8101/moderators/3001").status())
                .isEqualTo(404);
    }

    @Test
    void letsReadersReadOnly() {
        assertThat(reader.get("/articles").status()).isEqualTo(200);
        TestClient.Answer refused = reader.post("/notes", "{'Body': 'x', 'AccountCode': '2101'}");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.json().path("Message").asString()).contains("Sam Osei");
    }

    @Test
    void letsPeopleChangeWhatTheyWrote() {
        assertThat(editor.put("/threads/8201/posts/8302", "{'Body': 'Ask at the desk.'}")
                        .status())
                .isEqualTo(200);
        assertThat(editor.delete("/threads/8201/posts/8301").status()).isEqualTo(403);
        assertThat(moderator.delete("/threads/8201/posts/8302").status()).isEqualTo(200);
        assertThat(editor.delete("/articles/5101/comments/5401").status()).isEqualTo(403);
        assertThat(moderator.delete("/articles/5101/comments/5401").status()).isEqualTo(200);
    }

    @Test
    void signsWhatIsWrittenWithWhoWroteIt() {
        JsonNode note = editor.post("/notes", "{'Body': 'Met at the fair.', 'UserCode': '3103'}")
                .json();
        assertThat(note.path("AuthorUserCode").asString()).isEqualTo("3001");
        JsonNode thread = moderator
                .post("/forums/8101/threads", "{'Title': 'Stars', 'Body': 'Which app?'}")
                .json();
        assertThat(thread.path("AuthorUserCode").asString()).isEqualTo("3002");
        assertThat(thread.has("Body")).isFalse();
        JsonNode posts = editor.get("/threads/" + thread.path("ForumThreadCode").asString() + "/posts")
                .json()
                .path("Data");
        assertThat(posts).hasSize(1);
        assertThat(posts.path(0).path("Body").asString()).isEqualTo("Which app?");
    }
}
