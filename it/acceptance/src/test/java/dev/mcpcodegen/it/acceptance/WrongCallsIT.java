package dev.mcpcodegen.it.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modelcontextprotocol.spec.McpError;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a client is told when something is wrong: with its call, with its grant, or at the vendor. */
@OnEachContainer
final class WrongCallsIT {

    private static final String ERROR = "/result/_meta/dev.mcpcodegen~1error";

    private final Deployment deployment;
    private final Vendor vendor;
    private final Quotes quotes;

    WrongCallsIT(Deployment deployment) {
        this.deployment = deployment;
        this.vendor = deployment.resetVendor();
        this.quotes = new Quotes(deployment);
    }

    @BeforeAll
    static void forgetOldQuotes() throws IOException {
        Files.deleteIfExists(Quotes.file());
    }

    @Test
    void tellsAllMissingAndWrongArgumentsAtOnce() {
        String text = toolError(
                "create_a_affinity_person",
                "{\"first_name\": [\"Ada\", \"King\"], \"emails\": {\"work\": \"ada@example.com\"}}");

        assertThat(text)
                .contains("\"first_name\" must be a string")
                .contains("\"last_name\" is required")
                .contains("\"emails\" must be");
        assertThat(vendor.requests()).isEmpty();
    }

    @Test
    void suggestsTheNearestArgument() {
        String text = toolError("create_a_affinity_person", """
                {"first_name": "Ada", "last_name": "King", "emails": [], "organisation_ids": [60101]}""");

        assertThat(text).contains("organisation_ids").contains("organization_ids");
        assertThat(vendor.requests()).isEmpty();
    }

    @Test
    void answersUnknownToolsInTheProtocol() {
        Http.Answer answer = call(TestGrant.FULL, "list_all_affinity_people", "{}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().at("/error/code").asInt()).isEqualTo(-32602);
        assertThat(answer.json().at("/error/message").asString()).isEqualTo("Unknown tool: list_all_affinity_people");
    }

    @Test
    void tellsTheJavaSdkOfUnknownTools() {
        try (SdkClient client = SdkClient.of(deployment, TestGrant.FULL)) {
            assertThatThrownBy(() -> client.call("list_all_affinity_people", "{}"))
                    .isInstanceOfSatisfying(
                            McpError.class,
                            error -> assertThat(error.getJsonRpcError().code()).isEqualTo(-32602));
        }
    }

    @Test
    void answersFilteredToolsAsIfTheyDidNotExist() {
        String hidden = "delete_a_affinity_person_by_id";
        String unknown = "delete_a_affinity_person_by_me";

        Http.Answer filtered = call(TestGrant.READ_ONLY, hidden, "{\"id\": 40102}");
        Http.Answer absent = ModernClient.of(deployment, TestGrant.READ_ONLY).call(unknown, "{\"id\": 40102}");

        assertThat(filtered.body()).isEqualTo(absent.body().replace(unknown, hidden));
        assertThat(filtered.status()).isEqualTo(absent.status());
        assertThat(filtered.headers().map().keySet())
                .isEqualTo(absent.headers().map().keySet());
        assertThat(vendor.requests()).isEmpty();
    }

    @Test
    void refusesToLeaveThePath() {
        String text = toolError("get_single_affinity_person_by_id", "{\"id\": \"../organizations/98765\"}");

        assertThat(text).contains("id");
        assertThat(vendor.requests()).isEmpty();
    }

    @Test
    void passesOnThatARecordDoesNotExist() {
        String text = toolError("get_single_affinity_person_by_id", "{\"id\": 1}");

        assertThat(text).contains("The person does not exist").contains("404");
        assertThat(vendor.onlyRequest().status()).isEqualTo(404);
    }

    @Test
    void passesOnWhyTheVendorRefuses() {
        String text = toolError("list_all_affinity_interactions", """
                {"organization_id": 98765, "type": 0,
                 "start_time": "2026-11-01T00:00:00Z", "end_time": "2026-10-01T00:00:00Z"}""");

        assertThat(text).contains("end_time must be after start_time").contains("422");
        assertThat(vendor.onlyRequest().status()).isEqualTo(422);
    }

    @Test
    void passesOnRateLimitsAtOnce() {
        vendor.failNext(429);

        Http.Answer answer = call(TestGrant.FULL, "list_all_affinity_persons", "{\"limit\": 1}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("ratelimit-limit")).isEqualTo("900");
        assertThat(answer.header("ratelimit-remaining")).isEqualTo("0");
        String reset = answer.header("ratelimit-reset");
        assertThat(reset).matches("[1-9][0-9]?");
        JsonNode error = answer.json().at(ERROR);
        assertThat(error.path("status").asInt()).isEqualTo(429);
        assertThat(error.at("/rateLimit/limit").asInt()).isEqualTo(900);
        assertThat(error.at("/rateLimit/remaining").asInt(-1)).isEqualTo(0);
        assertThat(error.at("/rateLimit/reset").asString()).isEqualTo(reset);
        assertThat(answer.json().at("/result/isError").asBoolean()).isTrue();
        assertThat(answer.json().at("/result/content/0/text").asString())
                .contains("429")
                .contains(reset + " s");
        assertThat(vendor.onlyRequest().status()).isEqualTo(429);
    }

    @Test
    void saysThatTheVendorRefusesTheKeyAndNotWhichKey() {
        Http.Answer answer = call(TestGrant.WRONG_KEY, "list_all_affinity_persons", "{}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().at("/result/isError").asBoolean()).isTrue();
        assertThat(answer.json().at(ERROR + "/status").asInt()).isEqualTo(401);
        assertThat(answer.body()).doesNotContain("affinity-revoked-key").doesNotContain("Basic ");
        assertThat(answer.header("www-authenticate")).isNull();
        assertThat(vendor.onlyRequest().status()).isEqualTo(401);
    }

    @Test
    void explainsDeadTokensWithoutAChallenge() {
        Http.Answer answer = new ModernClient(deployment.url("a-token-that-nobody-was-given"))
                .call("list_all_affinity_persons", "{}");
        quotes.add("dead token", answer);

        assertDead(answer);
    }

    @Test
    void explainsExpiredGrantsWithoutAChallenge() {
        Http.Answer answer = call(TestGrant.EXPIRED, "list_all_affinity_persons", "{}");

        assertDead(answer);
    }

    @Test
    void challengesWhoPresentsNoTokenInTheHeader() {
        Http.Answer answer = new ModernClient(deployment.url(TestGrant.HEADER)).call("list_all_affinity_persons", "{}");
        quotes.add("no token in the header", answer);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("www-authenticate")).startsWith("Bearer");
        assertThat(answer.json().at("/error/message").asString()).isNotBlank();
    }

    @Test
    void takesNoHeaderTokenInTheUrl() {
        Http.Answer answer =
                new ModernClient(deployment.url(TestGrant.HEADER.token())).call("list_all_affinity_persons", "{}");

        assertDead(answer);
    }

    @Test
    void refusesForeignOrigins() {
        Http.Answer answer = ModernClient.of(deployment, TestGrant.FULL)
                .with("Origin", "https://evil.example")
                .call("list_all_affinity_persons", "{}");
        quotes.add("Origin: https://evil.example", answer);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.header("access-control-allow-origin")).isNull();
        assertThat(vendor.requests()).isEmpty();
    }

    @Test
    void hasNothingToGet() {
        HttpRequest get = Http.request(deployment.url(TestGrant.FULL))
                .header("Accept", "text/event-stream")
                .build();
        Http.Answer answer = Http.send(get);
        quotes.add("GET", answer);

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.header("allow")).isEqualTo("POST");
    }

    @Test
    void refusesForgedCursors() {
        String text = toolError("list_all_affinity_persons", "{\"limit\": 2, \"next_cursor\": \"eyJvZmZzZXQiOjR9\"}");

        assertThat(text).contains("next_cursor");
        assertThat(vendor.requests()).isEmpty();
    }

    @Test
    void refusesCursorsOfOtherCalls() {
        String cursor = ModernClient.of(deployment, TestGrant.FULL)
                .call("list_all_affinity_persons", "{\"limit\": 2}")
                .json()
                .at("/result/structuredContent/next_cursor")
                .asString();
        vendor.forgetRequests();

        String text = toolError(
                "list_all_affinity_organizations", "{\"limit\": 2, \"next_cursor\": \"%s\"}".formatted(cursor));

        assertThat(text).contains("next_cursor");
        assertThat(vendor.requests()).isEmpty();
    }

    private Http.Answer call(TestGrant grant, String tool, String arguments) {
        Http.Answer answer = ModernClient.of(deployment, grant).call(tool, arguments);
        quotes.add("`" + tool + " " + arguments.strip() + "` with the grant " + grant, answer);
        return answer;
    }

    /** The text of a call that fails as a tool, which is what a model can act on. */
    private String toolError(String tool, String arguments) {
        Http.Answer answer = call(TestGrant.FULL, tool, arguments);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().at("/result/isError").asBoolean())
                .as("%s", answer.body())
                .isTrue();
        return answer.json().at("/result/content/0/text").asString();
    }

    private static void assertDead(Http.Answer answer) {
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.json().at("/error/message").asString()).isNotBlank();
        assertThat(answer.header("www-authenticate")).isNull();
    }
}
