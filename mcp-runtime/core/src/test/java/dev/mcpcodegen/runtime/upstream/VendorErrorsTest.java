package dev.mcpcodegen.runtime.upstream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mcpcodegen.runtime.access.Credential;
import dev.mcpcodegen.runtime.access.Secret;
import dev.mcpcodegen.runtime.tool.RateLimit;
import dev.mcpcodegen.runtime.tool.ToolError;
import dev.mcpcodegen.runtime.tool.ToolResult;
import dev.mcpcodegen.runtime.tool.UpstreamRequest;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@NullUnmarked
class VendorErrorsTest {

    private static ToolResult refusal(String answer) {
        try (RawVendor vendor = RawVendor.answering(answer);
                Fixture fixture = new Fixture(vendor, new Credential.Bearer(new Secret("sk-secret-1")))) {
            ToolResult result = fixture.call();
            assertThat(vendor.seen()).hasSize(1);
            assertThat(result.structured()).isNull();
            return result;
        }
    }

    @ParameterizedTest
    @CsvSource({
        "400,VALIDATION", "401,UNAUTHORIZED", "403,FORBIDDEN", "404,NOT_FOUND", "408,TIMEOUT", "409,CONFLICT",
        "410,NOT_FOUND", "415,VALIDATION", "422,VALIDATION", "429,RATE_LIMITED", "500,UNAVAILABLE", "503,UNAVAILABLE"
    })
    void givesEachStatusItsKind(int status, ToolError.Kind kind) {
        ToolError error = refusal(RawVendor.json(status, "{\"message\":\"m\",\"code\":\"c\"}"))
                .error();
        assertThat(error).isEqualTo(new ToolError(kind, "upstream", status, null, "c", "m"));
    }

    @Test
    void T_E05_tellsOfARateLimitWithItsNumbers() {
        ToolResult result = refusal(RawVendor.json(
                429,
                "{\"code\":\"rate_limit_exceeded\"}",
                "X-Ratelimit-Limit-User: 900",
                "X-Ratelimit-Limit-User-Remaining: 0",
                "X-Ratelimit-Limit-User-Reset: 30",
                "X-Ratelimit-Limit-Org: 100000",
                "X-Ratelimit-Limit-Org-Remaining: 71406",
                "X-Ratelimit-Limit-Org-Reset: 86400"));
        assertThat(Fixture.text(result))
                .startsWith(
                        "Affinity refused the call: rate limit reached (HTTP 429). Not retried here. Try again in 30 s."
                                + " limit=900 remaining=0 reset=30");
        assertThat(result.error().retryAfterSeconds()).isEqualTo(30);
        assertThat(result.error().upstreamCode()).isEqualTo("rate_limit_exceeded");
        assertThat(result.rateLimit())
                .isEqualTo(new RateLimit(
                        900L,
                        0L,
                        30L,
                        null,
                        List.of(
                                new RateLimit.Policy("org", 100_000L, 71_406L, 86_400L),
                                new RateLimit.Policy("user", 900L, 0L, 30L))));
    }

    @Test
    void readsA403ThatMeansARateLimit() {
        assertThat(refusal(RawVendor.json(403, "{}", "Retry-After: 7")).error().kind())
                .isEqualTo(ToolError.Kind.RATE_LIMITED);
        assertThat(refusal(RawVendor.json(403, "{}", "X-RateLimit-Remaining: 0"))
                        .error()
                        .kind())
                .isEqualTo(ToolError.Kind.RATE_LIMITED);
    }

    @Test
    void saysWhatToDoNext() {
        assertThat(Fixture.text(refusal(RawVendor.json(422, "{\"message\":\"first_name is missing\"}"))))
                .isEqualTo(
                        "Affinity refused the call: first_name is missing (HTTP 422). Correct the arguments and call again.");
        assertThat(Fixture.text(refusal(RawVendor.json(503, "", "Retry-After: 9"))))
                .isEqualTo("Affinity failed to answer: no reason given (HTTP 503). Try again in 9 s at the earliest."
                        + " Not retried here; try again later.");
    }

    @Test
    void warnsThatAChangeMayHaveBeenMade() {
        try (RawVendor vendor = RawVendor.answering(RawVendor.json(502, "{}"));
                Fixture fixture = new Fixture(vendor)
                        .tool(Fixture.tool("create_a_affinity_person"))
                        .request(UpstreamRequest.post("/persons").build())) {
            assertThat(Fixture.text(fixture.call())).contains("look before you repeat it");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json | [\"Name is taken.\",\"Mail is bad.\"] | Name is taken.; Mail is bad.",
                "application/json | {\"error\":{\"message\":\"inner\"}} | inner",
                "application/json | {\"errors\":[{\"message\":\"one\"}]} | one",
                "application/json | {\"errors\":[{\"message\":\"one\"},{\"message\":\"two\"}]} | one Details: {\"errors\":[{\"message\":\"one\"},{\"message\":\"two\"}]}",
                "application/json | {\"message\":\"Bad body.\",\"validation_errors\":[{\"path\":[\"x\"]}]} | Bad body. Details: {\"validation_errors\":[{\"path\":[\"x\"]}]}",
                "application/json | {\"fault\":{\"email\":[\"is invalid\"]}} | {\"fault\":{\"email\":[\"is invalid\"]}}",
                "application/json | not json | not json",
                "text/plain | plain words | plain words",
                "text/html | <html><head><title>x</title><style>p{}</style></head><body><h1>Bad &amp; wrong</h1><p>sorry</p></body></html> | Bad & wrong sorry",
                "application/octet-stream | binary | ''",
            })
    void findsTheVendorsWordsInAnyForm(String contentType, String body, String message) {
        ToolResult result = refusal(RawVendor.answer(400, contentType, body));
        assertThat(result.error().upstreamMessage()).isEqualTo(message.isEmpty() ? null : message);
    }

    @Test
    void T_E08_removesWhatAReaderCannotSeeAndCapsTheRest() {
        String hostile = "a\\u0000b\\u200bc\\u202ed\\udb40\\udc41e\\nf";
        assertThat(refusal(RawVendor.json(400, "{\"message\":\"" + hostile + "\"}"))
                        .error()
                        .upstreamMessage())
                .isEqualTo("a bcde\nf");
        String message = refusal(RawVendor.json(400, "{\"message\":\"" + "é".repeat(9_000) + "\"}"))
                .error()
                .upstreamMessage();
        assertThat(message.getBytes(UTF_8).length).isBetween(8_180, 8_192);
        assertThat(message).endsWith("é…");
    }

    @Test
    void D10_doesNotRepeatACredentialThatTheVendorRepeats() {
        for (String answer : List.of(
                RawVendor.json(401, "{\"message\":\"bad key sk-secret-1\"}"),
                RawVendor.json(401, "{\"message\":\"bad key sk-sec\\u200bret-1\"}"),
                RawVendor.answer(401, "text/html", "<p>bad key sk-secret-1</p>"))) {
            ToolResult result = refusal(answer);
            assertThat(result.toString()).contains("bad key ***").doesNotContain("sk-sec");
        }
    }
}
