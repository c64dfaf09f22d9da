package dev.mcpcodegen.it.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.mcpcodegen.it.sandbox.affino.AffinoPerson;
import dev.mcpcodegen.it.sandbox.affino.AffinoSandbox;
import dev.mcpcodegen.it.sandbox.http.RecordedRequest;
import dev.mcpcodegen.it.sandbox.vendor.Part;
import dev.mcpcodegen.it.sandbox.vendor.ReceivedBody;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What people do with Affino through a client, and what reaches Affino of it, in whose name. */
@OnEachContainer
final class AffinoWorkflowsIT {

    private static final byte[] COVER = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, (byte) 0xff};
    private static final String ARTICLES = "/affino/rest/demo/articles";

    private final Deployment deployment;
    private final Vendor vendor;

    AffinoWorkflowsIT(Deployment deployment) {
        this.deployment = deployment;
        this.vendor = deployment.resetVendor(TestAccount.AFFINO);
    }

    @Test
    void writesAGuideWithACoverInTheNameOfOnePerson() {
        try (SdkClient nora = SdkClient.of(deployment, TestGrant.AFFINO_EDITOR)) {
            String article = text(
                    nora,
                    "create_a_affino_article",
                    "{\"Title\": \"How to lace boots\", \"standardSectionCode\": \"7001\"}",
                    "StandardItemCode");
            List<String> steps = new ArrayList<>();
            for (String title : List.of("Loosen", "Seat the heel", "Lace up", "Lock the knot")) {
                steps.add(text(
                        nora,
                        "create_a_affino_article_step",
                        "{\"StandardItemCode\": \"%s\", \"Title\": \"%s\", \"SortOrder\": %d}"
                                .formatted(article, title, steps.size() + 1),
                        "StandardStepByStepCode"));
            }
            String item = text(nora, "create_a_affino_media_item", "{\"Title\": \"Boots\"}", "MediaFileItemCode");
            JsonNode filled = nora.answer("affino_media_item_files_upload", """
                    {"MediaFileItemCode": "%s",
                     "File": {"filename": "boots.png", "media_type": "image/png", "content_base64": "%s"}}""".formatted(
                            item, Base64.getEncoder().encodeToString(COVER)));
            JsonNode first = nora.answer(
                    "affino_article_steps_attach_media",
                    "{\"StandardItemCode\": \"%s\", \"id\": \"%s\", \"MediaFileItemCode\": \"%s\"}"
                            .formatted(article, steps.get(0), item));

            assertThat(filled.at("/Files/0/Size").asInt()).isEqualTo(COVER.length);
            assertThat(first.at("/Media/0/Title").asString()).isEqualTo("Boots");
            List<RecordedRequest> requests = calls();
            String stepsPath = ARTICLES + "/" + article + "/steps";
            String files = "/affino/rest/demo/media-items/" + item + "/files";
            assertThat(requests)
                    .extracting(RecordedRequest::method, RecordedRequest::rawPath, RecordedRequest::status)
                    .containsExactly(
                            tuple("POST", ARTICLES, 200),
                            tuple("POST", stepsPath, 200),
                            tuple("POST", stepsPath, 200),
                            tuple("POST", stepsPath, 200),
                            tuple("POST", stepsPath, 200),
                            tuple("POST", "/affino/rest/demo/media-items", 200),
                            tuple("POST", files, 200),
                            tuple("POST", stepsPath + "/" + steps.get(0) + "/media", 200));
            assertSentInOneSession(requests);
            assertThat(json(requests.get(2)))
                    .isEqualTo(Http.JSON.readTree("{\"Title\": \"Seat the heel\", \"SortOrder\": 2}"));
            assertThat(json(requests.get(7)))
                    .isEqualTo(Http.JSON.readTree("{\"MediaFileItemCode\": \"" + item + "\"}"));
            assertCover(requests.get(6));
            assertThat(nora.answer("list_all_affino_article_steps", "{\"StandardItemCode\": \"" + article + "\"}")
                            .path("result"))
                    .extracting(step -> step.path("Title").asString())
                    .containsExactly("Loosen", "Seat the heel", "Lace up", "Lock the knot");
        }
    }

    /** What arrived but for logins, which a deployment does once for a person. */
    private List<RecordedRequest> calls() {
        return vendor.requests().stream()
                .filter(request -> !request.rawPath().endsWith("/login"))
                .toList();
    }

    private static void assertSentInOneSession(List<RecordedRequest> requests) {
        assertThat(requests).allSatisfy(request -> {
            assertThat(request.headers().get("x-api-key")).containsExactly(AffinoSandbox.API_KEY);
            assertThat(request.headers().get("x-api-secret")).containsExactly(AffinoSandbox.API_SECRET);
            assertThat(String.valueOf(request.header("authorization"))).matches("Bearer [0-9a-f-]{36}");
        });
        assertThat(requests)
                .extracting(request -> request.headers().get("authorization"))
                .containsOnly(requests.get(0).headers().get("authorization"));
    }

    private static void assertCover(RecordedRequest request) {
        assertThat(request.body()).isInstanceOfSatisfying(ReceivedBody.Multipart.class, body -> {
            assertThat(body.parts()).extracting(Part::name).containsExactly("File");
            Part file = body.parts().get(0);
            assertThat(file.fileName()).isEqualTo("boots.png");
            assertThat(file.mediaType()).isEqualTo("image/png");
            assertThat(file.content()).isEqualTo(COVER);
        });
    }

    @Test
    void refusesAWriteWhoseSessionHasEnded() {
        try (SdkClient gone = SdkClient.of(deployment, TestGrant.AFFINO_SIGNED_OUT);
                SdkClient nora = SdkClient.of(deployment, TestGrant.AFFINO_EDITOR)) {
            CallToolResult refused =
                    gone.call("create_a_affino_note", "{\"Body\": \"Nobody wrote this\", \"AccountCode\": \"2101\"}");

            assertThat(refused.isError()).isTrue();
            assertThat(SdkClient.text(refused)).contains("401").contains("sign in");
            assertThat(vendor.onlyRequest().status()).isEqualTo(401);
            assertThat(nora.answer("list_all_affino_notes", "{\"Keyword\": \"Nobody\"}")
                            .path("result"))
                    .isEmpty();
        }
    }

    @Test
    void sendsNothingInTheNameOfNobody() {
        try (SdkClient stranger = SdkClient.of(deployment, TestGrant.AFFINO_STRANGER)) {
            CallToolResult refused =
                    stranger.call("create_a_affino_note", "{\"Body\": \"From nobody\", \"AccountCode\": \"2101\"}");

            assertThat(refused.isError()).isTrue();
            assertThat(calls()).isEmpty();
        }
    }

    @Test
    void passesOnThatOnlyModeratorsModerate() {
        String lock = "{\"ForumItemCode\": \"8101\", \"id\": \"8201\", \"Action\": \"lock\"}";
        try (SdkClient nora = SdkClient.of(deployment, TestGrant.AFFINO_EDITOR);
                SdkClient tom = SdkClient.of(deployment, TestGrant.AFFINO_MODERATOR)) {
            CallToolResult refused = nora.call("affino_forum_threads_moderate", lock);

            assertThat(refused.isError()).isTrue();
            assertThat(SdkClient.text(refused)).contains("403").contains("Nora Adeyemi does not moderate this forum.");
            assertThat(calls()).extracting(RecordedRequest::status).containsExactly(403);

            assertThat(tom.answer("affino_forum_threads_moderate", lock)
                            .at("/Moderation/Locked")
                            .asBoolean())
                    .isTrue();
        }
    }

    @Test
    void signsWhatEachPersonWritesWithThatPerson() {
        String note = "{\"Body\": \"Met at the fair\", \"UserCode\": \"3103\"}";
        try (SdkClient nora = SdkClient.of(deployment, TestGrant.AFFINO_EDITOR);
                SdkClient tom = SdkClient.of(deployment, TestGrant.AFFINO_MODERATOR)) {
            assertThat(text(nora, "create_a_affino_note", note, "AuthorUserCode"))
                    .isEqualTo(AffinoPerson.EDITOR.code());
            assertThat(text(tom, "create_a_affino_note", note, "AuthorUserCode"))
                    .isEqualTo(AffinoPerson.MODERATOR.code());
        }
    }

    @Test
    void walksPagesByNumber() {
        try (SdkClient nora = SdkClient.of(deployment, TestGrant.AFFINO_EDITOR)) {
            List<List<JsonNode>> pages = nora.pages("list_all_affino_contacts", "{\"limit\": 3}");

            assertThat(pages.stream().mapToInt(List::size)).containsExactly(3, 3, 2);
            assertThat(pages.stream().flatMap(List::stream))
                    .extracting(contact -> contact.path("UserCode").asString())
                    .doesNotHaveDuplicates();
            assertThat(calls())
                    .extracting(RecordedRequest::rawQuery)
                    .containsExactly("PageSize=3&PageNumber=1", "PageSize=3&PageNumber=2", "PageSize=3&PageNumber=3");
        }
    }

    private static String text(SdkClient client, String tool, String arguments, String property) {
        return client.answer(tool, arguments).path(property).asString();
    }

    private static JsonNode json(RecordedRequest request) {
        assertThat(request.body()).isInstanceOf(ReceivedBody.Json.class);
        return ((ReceivedBody.Json) request.body()).value();
    }
}
