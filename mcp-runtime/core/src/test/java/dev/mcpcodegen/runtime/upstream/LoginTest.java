package dev.mcpcodegen.runtime.upstream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mcpcodegen.runtime.access.Credential;
import dev.mcpcodegen.runtime.access.Secret;
import dev.mcpcodegen.runtime.access.Subject;
import dev.mcpcodegen.runtime.tool.DerivedValue;
import dev.mcpcodegen.runtime.tool.DerivedValue.Encoding;
import dev.mcpcodegen.runtime.tool.DerivedValue.Function;
import dev.mcpcodegen.runtime.tool.Integration;
import dev.mcpcodegen.runtime.tool.LoginRecipe;
import dev.mcpcodegen.runtime.tool.LoginRecipe.In;
import dev.mcpcodegen.runtime.tool.LoginRecipe.Place;
import dev.mcpcodegen.runtime.tool.ToolError.Kind;
import dev.mcpcodegen.runtime.tool.ToolResult;
import dev.mcpcodegen.runtime.tool.UpstreamRequest;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Logins by recipe, over sockets. */
@NullUnmarked
@Timeout(30)
class LoginTest {

    private static final String PASSWORD = "correct horse battery";

    /** A form of login as pipeline products have it: three texts in, a token in an envelope out. */
    private static final LoginRecipe PLAIN = LoginRecipe.request("POST", "/login")
            .json(body -> body.put("domain", "{domain}").put("email", "{email}").put("password", "{password}"))
            .answer("token", "/authorization/token")
            .present(In.HEADER, "Authorization", "Bearer {token}")
            .build();

    /** A login that is signed over its own body, and calls that carry three headers. */
    private static final LoginRecipe SIGNED = LoginRecipe.request("POST", "/login")
            .send(In.HEADER, "APIKey", "{apiKey}")
            .send(In.HEADER, "TimeStamp", "{moment}")
            .send(In.HEADER, "MD5", "{digest}")
            .send(In.HEADER, "Signature", "{signature}")
            .json(body -> body.put("Email", "{email}").put("Password", "{password}"))
            .derive("moment", DerivedValue.now("yyyy-MM-dd HH:mm:ss"))
            .derive("digest", DerivedValue.of(Function.MD5, "{body}", Encoding.HEX))
            .derive("signature", DerivedValue.of(Function.SHA512, "{apiKey}{apiSecret}{moment}{digest}", Encoding.HEX))
            .answer("token", "/AccessToken")
            .expiresAt("/Expires")
            .present(In.HEADER, "Authorization", "Bearer {token}")
            .present(In.HEADER, "X-API-Key", "{apiKey}")
            .present(In.HEADER, "X-API-Secret", "{apiSecret}")
            .build();

    private static Credential.Login login(LoginRecipe recipe, String person, String... namesAndValues) {
        Map<String, Secret> values = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values.put(namesAndValues[i], new Secret(namesAndValues[i + 1]));
        }
        return new Credential.Login(recipe, values, person);
    }

    private static Credential.Login shared() {
        return login(PLAIN, null, "domain", "acme", "email", "bot@acme.test", "password", PASSWORD);
    }

    /** Gives a new token with each login and takes only the last one given. */
    private static final class TokenVendor implements RawVendor.Behaviour {

        final AtomicInteger logins = new AtomicInteger();
        final List<String> tokens = new ArrayList<>();
        final AtomicBoolean takesNothing = new AtomicBoolean();

        @Override
        public void answer(RawVendor.Seen request, java.io.OutputStream out, java.net.Socket socket) throws Exception {
            if (request.line().startsWith("POST /login")) {
                Thread.sleep(30);
                String token = "token-" + logins.incrementAndGet();
                synchronized (tokens) {
                    tokens.add(token);
                }
                out.write(RawVendor.json(200, "{\"authorization\":{\"token\":\"" + token + "\"}}")
                        .getBytes(UTF_8));
                return;
            }
            boolean isGood;
            synchronized (tokens) {
                isGood = !takesNothing.get()
                        && !tokens.isEmpty()
                        && request.header("authorization").equals(List.of("Bearer " + tokens.get(tokens.size() - 1)));
            }
            out.write(RawVendor.json(isGood ? 200 : 401, isGood ? "{\"ok\":true}" : "{\"message\":\"stale\"}")
                    .getBytes(UTF_8));
        }

        void endSession() {
            synchronized (tokens) {
                tokens.add("another");
            }
        }
    }

    @Test
    void exchangesNameAndPasswordForATokenOnceAndShowsItInEachCall() {
        TokenVendor behaviour = new TokenVendor();
        try (RawVendor vendor = new RawVendor(behaviour);
                Fixture fixture = new Fixture(vendor.url(), shared())) {
            assertThat(Fixture.json(fixture.call())).isEqualTo("{\"ok\":true}");
            assertThat(Fixture.json(fixture.call())).isEqualTo("{\"ok\":true}");
            assertThat(vendor.seen())
                    .extracting(RawVendor.Seen::line)
                    .containsExactly("POST /login HTTP/1.1", "GET /persons HTTP/1.1", "GET /persons HTTP/1.1");
            RawVendor.Seen login = vendor.seen().get(0);
            assertThat(login.body())
                    .isEqualTo("{\"domain\":\"acme\",\"email\":\"bot@acme.test\",\"password\":\"" + PASSWORD + "\"}");
            assertThat(login.header("authorization")).isEmpty();
            assertThat(login.header("content-type")).containsExactly("application/json");
        }
    }

    @Test
    void takesTheRecipeOfTheIntegrationWhereTheAccountHasNone() {
        TokenVendor behaviour = new TokenVendor();
        try (RawVendor vendor = new RawVendor(behaviour);
                Fixture fixture = new Fixture(
                        vendor.url(),
                        login(null, null, "domain", "acme", "email", "bot@acme.test", "password", PASSWORD))) {
            fixture.integration(
                    Integration.builder("octa").displayName("Octa").login(PLAIN).build());
            assertThat(fixture.call().isError()).isFalse();
        }
    }

    @Test
    void signsTheBodyAsItIsSentAndShowsTokenKeyAndSecret() throws Exception {
        try (RawVendor vendor = new RawVendor((request, out, socket) -> out.write(RawVendor.json(
                                200,
                                request.line().startsWith("POST /login")
                                        ? "{\"AccessToken\":\"7b0c\",\"Expires\":\"2099-01-01 00:00:00\"}"
                                        : "{}")
                        .getBytes(UTF_8)));
                Fixture fixture = new Fixture(
                        vendor.url(),
                        login(
                                SIGNED,
                                "ada",
                                "apiKey",
                                "key-1",
                                "apiSecret",
                                "secret-1",
                                "email",
                                "ada@\"acme\".test",
                                "password",
                                "pä$1"))) {
            assertThat(fixture.call().isError()).isFalse();
            RawVendor.Seen login = vendor.seen().get(0);
            assertThat(login.body()).isEqualTo("{\"Email\":\"ada@\\\"acme\\\".test\",\"Password\":\"pä$1\"}");
            String moment = login.header("timestamp").get(0);
            assertThat(moment).matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d");
            String md5 = hex("MD5", login.body());
            assertThat(login.header("md5")).containsExactly(md5);
            assertThat(login.header("signature")).containsExactly(hex("SHA-512", "key-1secret-1" + moment + md5));
            RawVendor.Seen call = vendor.seen().get(1);
            assertThat(call.header("authorization")).containsExactly("Bearer 7b0c");
            assertThat(call.header("x-api-key")).containsExactly("key-1");
            assertThat(call.header("x-api-secret")).containsExactly("secret-1");
        }
    }

    private static String hex(String algorithm, String text) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(text.getBytes(UTF_8)));
    }

    @Test
    void sendsFormsAndQueriesAndReadsHeadersAndCookies() {
        LoginRecipe recipe = LoginRecipe.request("POST", "/{tenant}/session")
                .send(In.QUERY, "v", "1&admin=true")
                .send(In.FORM, "user", "{user}")
                .send(In.FORM, "pass", "{pass}")
                .send(In.COOKIE, "lang", "en")
                .answer("csrf", Place.HEADER, "X-CSRF")
                .answer("sid", Place.COOKIE, "SID")
                .present(In.COOKIE, "SID", "{sid}")
                .present(In.HEADER, "X-CSRF", "{csrf}")
                .present(In.QUERY, "u", "{user}")
                .build();
        try (RawVendor vendor = new RawVendor(
                        (request, out, socket) -> out.write((request.line().startsWith("POST")
                                        ? RawVendor.answer(
                                                204,
                                                "text/plain",
                                                "",
                                                "Set-Cookie: a=b",
                                                "Set-Cookie: SID=s-1; Path=/; HttpOnly",
                                                "X-CSRF: c-1")
                                        : RawVendor.json(200, "{}"))
                                .getBytes(UTF_8)));
                Fixture fixture = new Fixture(
                        vendor.url(), login(recipe, null, "tenant", "a b", "user", "ada&x=1", "pass", "p+ä"))) {
            fixture.request(
                    UpstreamRequest.get("/persons").cookie("theme", "dark").build());
            assertThat(fixture.call().isError()).isFalse();
            RawVendor.Seen login = vendor.seen().get(0);
            assertThat(login.target()).isEqualTo("/a%20b/session?v=1%26admin%3Dtrue");
            assertThat(login.body()).isEqualTo("user=ada%26x%3D1&pass=p%2B%C3%A4");
            assertThat(login.header("cookie")).containsExactly("lang=en");
            RawVendor.Seen call = vendor.seen().get(1);
            assertThat(call.header("cookie")).containsExactly("theme=dark; SID=s-1");
            assertThat(call.header("x-csrf")).containsExactly("c-1");
            assertThat(call.target()).isEqualTo("/persons?u=ada%26x%3D1");
        }
    }

    @Test
    void logsInOnceForCallsThatComeTogether() throws Exception {
        TokenVendor behaviour = new TokenVendor();
        try (RawVendor vendor = new RawVendor(behaviour);
                Fixture fixture = new Fixture(vendor.url(), shared())) {
            List<CompletableFuture<ToolResult>> calls = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                calls.add(fixture.start());
            }
            for (CompletableFuture<ToolResult> call : calls) {
                assertThat(call.get(10, TimeUnit.SECONDS).isError()).isFalse();
            }
            assertThat(behaviour.logins).hasValue(1);
        }
    }

    @Test
    void aCallThatIsGivenUpDoesNotTakeTheLoginOfOthersWithIt() throws Exception {
        TokenVendor behaviour = new TokenVendor();
        try (RawVendor vendor = new RawVendor(behaviour);
                Fixture fixture = new Fixture(vendor.url(), shared())) {
            CompletableFuture<ToolResult> first = fixture.start();
            CompletableFuture<ToolResult> second = fixture.start();
            first.cancel(true);
            assertThat(second.get(10, TimeUnit.SECONDS).isError()).isFalse();
            assertThat(behaviour.logins).hasValue(1);
        }
    }

    @Test
    void logsInOnceMoreAndSendsOnceMoreWhenASharedTokenIsRefused() {
        TokenVendor behaviour = new TokenVendor();
        try (RawVendor vendor = new RawVendor(behaviour);
                Fixture fixture = new Fixture(vendor.url(), shared())) {
            fixture.request(UpstreamRequest.post("/persons")
                    .jsonBody(body -> body.put("name", "Ada"))
                    .build());
            assertThat(fixture.call().isError()).isFalse();
            behaviour.endSession();
            assertThat(fixture.call().isError()).isFalse();
            assertThat(vendor.seen())
                    .extracting(seen -> seen.line().replaceFirst(" HTTP.*", ""))
                    .containsExactly("POST /login", "POST /persons", "POST /persons", "POST /login", "POST /persons");
            assertThat(vendor.seen().get(4).body()).isEqualTo("{\"name\":\"Ada\"}");
            assertThat(vendor.seen().get(4).header("authorization")).containsExactly("Bearer token-2");
        }
    }

    @Test
    void manyCallsWhoseTokenDiedTogetherShareOneLogin() throws Exception {
        TokenVendor behaviour = new TokenVendor();
        try (RawVendor vendor = new RawVendor(behaviour);
                Fixture fixture = new Fixture(vendor.url(), shared())) {
            fixture.call();
            behaviour.endSession();
            List<CompletableFuture<ToolResult>> calls = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                calls.add(fixture.start());
            }
            for (CompletableFuture<ToolResult> call : calls) {
                assertThat(call.get(10, TimeUnit.SECONDS).isError()).isFalse();
            }
            assertThat(behaviour.logins).hasValue(2);
        }
    }

    @Test
    void tellsARefusalThatANewTokenDoesNotCureAndDoesNotLogInForItAgain() {
        TokenVendor behaviour = new TokenVendor();
        try (RawVendor vendor = new RawVendor(behaviour);
                Fixture fixture = new Fixture(vendor.url(), shared())) {
            behaviour.takesNothing.set(true);
            assertThat(fixture.call().error().kind()).isEqualTo(Kind.UNAUTHORIZED);
            assertThat(fixture.call().error().kind()).isEqualTo(Kind.UNAUTHORIZED);
            assertThat(behaviour.logins).hasValue(2);
            assertThat(vendor.seen()).hasSize(2 + 3);
        }
    }

    @Test
    void neverRenewsThePersonsSessionThatDied() {
        TokenVendor behaviour = new TokenVendor();
        try (RawVendor vendor = new RawVendor(behaviour);
                Fixture fixture = new Fixture(
                        vendor.url(),
                        login(PLAIN, "ada", "domain", "acme", "email", "ada@acme.test", "password", PASSWORD))) {
            fixture.subject(new Subject.Person("ada"));
            assertThat(fixture.call().isError()).isFalse();
            behaviour.endSession();
            ToolResult refused = fixture.call();
            assertThat(refused.error().kind()).isEqualTo(Kind.UNAUTHORIZED);
            assertThat(refused.error().status()).isEqualTo(401);
            assertThat(Fixture.text(refused)).contains("sign in to Affinity again", "do not repeat the call");
            assertThat(behaviour.logins).hasValue(1);
            assertThat(vendor.seen()).hasSize(3);
        }
    }

    @Test
    void doesNotCallAtAllWithAPersonsSessionThatIsOver() throws Exception {
        LoginRecipe brief = LoginRecipe.request("POST", "/login")
                .answer("token", "/authorization/token")
                .expiresAfter("PT1S")
                .present(In.HEADER, "Authorization", "Bearer {token}")
                .build();
        TokenVendor behaviour = new TokenVendor();
        try (RawVendor vendor = new RawVendor(behaviour);
                Fixture fixture = new Fixture(vendor.url(), login(brief, "ada"))) {
            fixture.subject(new Subject.Person("ada"));
            assertThat(fixture.call().isError()).isFalse();
            Thread.sleep(1_000);
            ToolResult over = fixture.call();
            assertThat(over.error().kind()).isEqualTo(Kind.UNAUTHORIZED);
            assertThat(Fixture.text(over)).contains("has ended", "sign in");
            assertThat(vendor.seen()).hasSize(2);
        }
    }

    @Test
    void takesASessionThatSomebodyHasBroughtAlong() {
        try (RawVendor vendor = RawVendor.answering(RawVendor.json(200, "{}"));
                Fixture fixture = new Fixture(
                        vendor.url(),
                        login(SIGNED, "ada", "token", "t-9", "apiKey", "key-1", "apiSecret", "secret-1"))) {
            assertThat(fixture.call().isError()).isFalse();
            assertThat(vendor.onlyRequest().header("authorization")).containsExactly("Bearer t-9");
            assertThat(vendor.onlyRequest().header("x-api-key")).containsExactly("key-1");
        }
    }

    @Test
    void remembersARefusedLoginForAWhileAndShowsNoSecret() {
        try (RawVendor vendor = RawVendor.answering(
                        RawVendor.json(422, "{\"message\":\"no account bot@acme.test with " + PASSWORD + "\"}"));
                Fixture fixture = new Fixture(vendor.url(), shared())) {
            ToolResult refused = fixture.call();
            assertThat(refused.error().kind()).isEqualTo(Kind.UNAUTHORIZED);
            assertThat(Fixture.text(refused))
                    .contains("Affinity refused the login", "The call itself was not sent.", "***");
            assertThat(refused.toString()).doesNotContain(PASSWORD, "bot@acme.test");
            assertThat(Fixture.text(fixture.call())).isEqualTo(Fixture.text(refused));
            assertThat(vendor.seen()).hasSize(1);
            assertThat(shared().toString()).doesNotContain(PASSWORD, "bot@acme.test");
        }
    }

    @Test
    void tellsWhatIsWrongWithALoginThatGivesNoToken() {
        assertThat(kindOf(RawVendor.json(200, "{\"status\":\"ok\"}"))).isEqualTo(Kind.BAD_RESPONSE);
        assertThat(kindOf(RawVendor.json(302, "", "Location: /elsewhere"))).isEqualTo(Kind.BAD_RESPONSE);
        assertThat(kindOf(RawVendor.json(503, "{}", "Retry-After: 7"))).isEqualTo(Kind.UNAVAILABLE);
        assertThat(kindOf(RawVendor.json(429, "{}", "Retry-After: 7"))).isEqualTo(Kind.RATE_LIMITED);
        assertThat(kindOf("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"a")).isEqualTo(Kind.UNAVAILABLE);
    }

    private static Kind kindOf(String answer) {
        try (RawVendor vendor = new RawVendor((request, out, socket) -> {
                    out.write(answer.getBytes(UTF_8));
                    out.flush();
                    socket.close();
                });
                Fixture fixture = new Fixture(vendor.url(), shared())) {
            ToolResult result = fixture.call();
            assertThat(vendor.seen()).hasSize(1);
            assertThat(Fixture.text(result)).contains("The call itself was not sent.");
            return result.error().kind();
        }
    }

    @Test
    void doesNotSendALoginWhereTheAccountMayNotGo() {
        TokenVendor behaviour = new TokenVendor();
        try (RawVendor vendor = new RawVendor(behaviour);
                Fixture fixture = new Fixture(vendor.url().replace("http:", "https:"), shared())) {
            fixture.publicOnly();
            assertThat(fixture.call().error().kind()).isEqualTo(Kind.MISCONFIGURED);
            assertThat(vendor.seen()).isEmpty();
        }
    }

    @Test
    void refusesAValueThatCannotStandWhereTheRecipeHasIt() {
        LoginRecipe recipe = LoginRecipe.request("POST", "/login/{domain}")
                .send(In.HEADER, "X-User", "{email}")
                .answer("token", "/authorization/token")
                .present(In.HEADER, "Authorization", "Bearer {token}")
                .build();
        for (String[] values : new String[][] {{"..", "a"}, {"a", "a\r\nHost: evil"}}) {
            TokenVendor behaviour = new TokenVendor();
            try (RawVendor vendor = new RawVendor(behaviour);
                    Fixture fixture =
                            new Fixture(vendor.url(), login(recipe, null, "domain", values[0], "email", values[1]))) {
                assertThat(fixture.call().error().kind()).isEqualTo(Kind.MISCONFIGURED);
                assertThat(vendor.seen()).isEmpty();
            }
        }
    }
}
