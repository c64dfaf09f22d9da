package dev.mcpcodegen.runtime.upstream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mcpcodegen.runtime.access.Credential;
import dev.mcpcodegen.runtime.access.Secret;
import dev.mcpcodegen.runtime.tool.Integration;
import dev.mcpcodegen.runtime.tool.SecurityScheme;
import dev.mcpcodegen.runtime.tool.ToolError.Kind;
import dev.mcpcodegen.runtime.tool.ToolResult;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** OAuth clients that act for themselves, over sockets. */
@NullUnmarked
@Timeout(30)
class ClientCredentialsTest {

    private static final String SECRET = "s:cret/ä+1";

    private static Credential client(String tokenUrl, boolean inBody, String scope, String audience) {
        return new Credential.ClientCredentials(tokenUrl, "client 1", new Secret(SECRET), inBody, scope, audience);
    }

    /** Issues numbered tokens with an answer of its own and takes all of them. */
    private static RawVendor vendor(String tokenAnswer, AtomicInteger issued) {
        return new RawVendor((request, out, socket) ->
                out.write((request.target().startsWith("/oauth/token")
                                ? tokenAnswer.replace("#", String.valueOf(issued.incrementAndGet()))
                                : RawVendor.json(200, "{}"))
                        .getBytes(UTF_8)));
    }

    private static String token(String members) {
        return RawVendor.json(200, "{\"access_token\":\"at-#\",\"token_type\":\"Bearer\"" + members + "}");
    }

    @Test
    void asksForATokenWithIdAndSecretInAHeader() {
        AtomicInteger issued = new AtomicInteger();
        try (RawVendor vendor = vendor(token(",\"expires_in\":3600"), issued);
                Fixture fixture = new Fixture(
                        vendor.url(),
                        client(vendor.url() + "/oauth/token?v=2", false, "read write", "https://api.test"))) {
            assertThat(fixture.call().isError()).isFalse();
            assertThat(fixture.call().isError()).isFalse();
            assertThat(issued).hasValue(1);
            RawVendor.Seen request = vendor.seen().get(0);
            assertThat(request.line()).isEqualTo("POST /oauth/token?v=2 HTTP/1.1");
            assertThat(request.header("content-type")).containsExactly("application/x-www-form-urlencoded");
            assertThat(request.body())
                    .isEqualTo("grant_type=client_credentials&scope=read+write&audience=https%3A%2F%2Fapi.test");
            // RFC 6749, section 2.3.1: both are encoded as in a form before they are joined.
            String pair = "client+1:s%3Acret%2F%C3%A4%2B1";
            assertThat(request.header("authorization"))
                    .containsExactly("Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8)));
            assertThat(vendor.seen().get(1).header("authorization")).containsExactly("Bearer at-1");
        }
    }

    @Test
    void sendsIdAndSecretInTheBodyAndNowhereElseWhenToldSo() {
        AtomicInteger issued = new AtomicInteger();
        try (RawVendor vendor = vendor(token(""), issued);
                Fixture fixture = new Fixture(vendor.url(), client(vendor.url() + "/oauth/token", true, null, null))) {
            assertThat(fixture.call().isError()).isFalse();
            RawVendor.Seen request = vendor.seen().get(0);
            assertThat(request.body())
                    .isEqualTo("grant_type=client_credentials&client_id=client+1&client_secret=s%3Acret%2F%C3%A4%2B1");
            assertThat(request.header("authorization")).isEmpty();
        }
    }

    @Test
    void asksWhereTheDocumentSaysWhenTheAccountDoesNot() {
        AtomicInteger issued = new AtomicInteger();
        try (RawVendor vendor = vendor(token(""), issued);
                Fixture fixture = new Fixture(vendor.url() + "/v2", client(null, false, null, null))) {
            fixture.integration(Integration.builder("affinity")
                    .displayName("Affinity")
                    .securityScheme(SecurityScheme.oauth2("oauth", null, "/oauth/token"))
                    .build());
            assertThat(fixture.call().isError()).isFalse();
            assertThat(vendor.seen().get(0).target()).isEqualTo("/oauth/token");
        }
    }

    @Test
    void sharesOneTokenAmongCallsAndAddsItToOtherCredentials() throws Exception {
        AtomicInteger issued = new AtomicInteger();
        try (RawVendor vendor = vendor(token(",\"expires_in\":\"3600\""), issued);
                Fixture fixture = new Fixture(
                        vendor.url(),
                        new Credential.All(List.of(
                                client(vendor.url() + "/oauth/token", false, null, null),
                                new Credential.Header("X-Tenant", new Secret("tenant-1")))))) {
            List<CompletableFuture<ToolResult>> calls = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                calls.add(fixture.start());
            }
            for (CompletableFuture<ToolResult> call : calls) {
                assertThat(call.get(10, TimeUnit.SECONDS).isError()).isFalse();
            }
            assertThat(issued).hasValue(1);
            RawVendor.Seen last = vendor.seen().get(vendor.seen().size() - 1);
            assertThat(last.header("authorization")).containsExactly("Bearer at-1");
            assertThat(last.header("x-tenant")).containsExactly("tenant-1");
        }
    }

    @Test
    void asksForAnotherTokenWhenOneIsRefusedBeforeItsEnd() {
        AtomicInteger issued = new AtomicInteger();
        try (RawVendor vendor = new RawVendor((request, out, socket) -> {
                    boolean good = request.header("authorization").contains("Bearer at-2");
                    out.write((request.target().equals("/oauth/token")
                                    ? token(",\"expires_in\":3600").replace("#", "" + issued.incrementAndGet())
                                    : RawVendor.json(good ? 200 : 401, "{}"))
                            .getBytes(UTF_8));
                });
                Fixture fixture = new Fixture(vendor.url(), client(vendor.url() + "/oauth/token", false, null, null))) {
            assertThat(fixture.call().isError()).isFalse();
            assertThat(fixture.call().isError()).isFalse();
            assertThat(issued).hasValue(2);
            assertThat(vendor.seen()).hasSize(5);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "401, invalid_client, MISCONFIGURED",
        "400, unauthorized_client, MISCONFIGURED",
        "400, invalid_scope, MISCONFIGURED",
        "200, invalid_client, MISCONFIGURED",
        "400, invalid_grant, UNAUTHORIZED",
        "400, slow_down, UNAUTHORIZED",
        "429, temporarily_unavailable, RATE_LIMITED",
        "503, server_error, UNAVAILABLE",
        "200, something, BAD_RESPONSE"
    })
    void tellsTheErrorsOfTheStandardApart(int status, String error, Kind kind) {
        String answer = RawVendor.json(
                status, "{\"error\":\"" + error + "\",\"error_description\":\"not with " + SECRET + "\"}");
        AtomicInteger issued = new AtomicInteger();
        try (RawVendor vendor = vendor(answer, issued);
                Fixture fixture = new Fixture(vendor.url(), client(vendor.url() + "/oauth/token", false, null, null))) {
            ToolResult result = fixture.call();
            assertThat(result.error().kind()).isEqualTo(kind);
            assertThat(result.toString()).doesNotContain(SECRET, "s%3Acret", "Basic ");
            assertThat(Fixture.text(result)).contains("The call itself was not sent.");
            // Remembered for a while, so that a storm of calls is none at the token endpoint.
            assertThat(fixture.call().error().kind()).isEqualTo(kind);
            assertThat(vendor.seen()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html>down for maintenance</html>",
                "{}",
                "{\"access_token\":\"\"}",
                "{\"access_token\":7}",
                "{\"access_token\":\"a\",\"token_type\":\"mac\"}",
                "[]"
            })
    void makesNoTokenOfAnAnswerWithoutOne(String body) {
        AtomicInteger issued = new AtomicInteger();
        try (RawVendor vendor = vendor(RawVendor.json(200, body), issued);
                Fixture fixture = new Fixture(vendor.url(), client(vendor.url() + "/oauth/token", false, null, null))) {
            assertThat(fixture.call().error().kind()).isEqualTo(Kind.BAD_RESPONSE);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", ",\"expires_in\":0", ",\"expires_in\":-1", ",\"expires_in\":1e12", ",\"expires_in\":\"soon\""
            })
    void usesATokenWhoseLifetimeMakesNoSenseUntilItIsRefused(String lifetime) {
        AtomicInteger issued = new AtomicInteger();
        try (RawVendor vendor = vendor(token(lifetime), issued);
                Fixture fixture = new Fixture(vendor.url(), client(vendor.url() + "/oauth/token", false, null, null))) {
            assertThat(fixture.call().isError()).isFalse();
            assertThat(fixture.call().isError()).isFalse();
            assertThat(issued).hasValue(1);
        }
    }
}
