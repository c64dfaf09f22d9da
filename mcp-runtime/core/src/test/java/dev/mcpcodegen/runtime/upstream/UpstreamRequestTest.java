package dev.mcpcodegen.runtime.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcpcodegen.runtime.access.Credential;
import dev.mcpcodegen.runtime.access.CredentialUnavailableException;
import dev.mcpcodegen.runtime.access.Secret;
import dev.mcpcodegen.runtime.tool.FileContent;
import dev.mcpcodegen.runtime.tool.NameValue;
import dev.mcpcodegen.runtime.tool.RequestBody;
import dev.mcpcodegen.runtime.tool.ToolError;
import dev.mcpcodegen.runtime.tool.ToolResult;
import dev.mcpcodegen.runtime.tool.UpstreamRequest;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What leaves. */
@NullUnmarked
class UpstreamRequestTest {

    private final RawVendor vendor = RawVendor.answering(RawVendor.json(200, "{}"));

    @AfterEach
    void closeVendor() {
        vendor.close();
    }

    private RawVendor.Seen send(UpstreamRequest request, Credential credential) {
        try (Fixture fixture = new Fixture(vendor, credential).request(request)) {
            ToolResult result = fixture.call();
            assertThat(result.isError()).as(result.toString()).isFalse();
        }
        return vendor.onlyRequest();
    }

    private RawVendor.Seen send(UpstreamRequest request) {
        return send(request, new Credential.None());
    }

    @Test
    void keepsTheTargetByteForByteBelowTheBasePath() {
        try (Fixture fixture = new Fixture(vendor.url() + "/v1/", new Credential.None())
                .request(UpstreamRequest.get("/a/{id}/x;y=1")
                        .path("id", "p/q r%2F")
                        .query("q", "1&admin=true /+")
                        .build())) {
            fixture.call();
        }
        assertThat(vendor.onlyRequest().line())
                .isEqualTo("GET /v1/a/p%2Fq%20r%252F/x;y=1?q=1%26admin%3Dtrue%20%2F%2B HTTP/1.1");
    }

    @Test
    void refusesATargetThatWouldLeadToAnotherHost() {
        for (String path : List.of("@127.0.0.2/", "evil.example/", "/a b", "/a#b", "/{id}")) {
            UpstreamRequest request =
                    new UpstreamRequest("GET", path, List.of(), List.of(), List.of(), new RequestBody.None());
            try (Fixture fixture = new Fixture(vendor).request(request)) {
                assertThat(fixture.call().error()).as(path).isEqualTo(ToolError.gateway(ToolError.Kind.INTERNAL));
            }
        }
        assertThat(vendor.seen()).isEmpty();
    }

    @Test
    void T_B06_refusesPlainHttpUnlessTheAccountIsPrivate() {
        try (Fixture fixture = new Fixture(vendor).publicOnly()) {
            assertThat(Fixture.text(fixture.call())).contains("not https").contains("allowPrivateAddress: true");
        }
        assertThat(vendor.seen()).isEmpty();
    }

    @Test
    void sendsBasicWithAnEmptyUser() {
        RawVendor.Seen seen = send(UpstreamRequest.get("/p").build(), new Credential.Basic("", new Secret("key")));
        assertThat(seen.header("Authorization")).containsExactly("Basic OmtleQ==");
    }

    @Test
    void sendsSeveralCredentialsOverWhatTheToolSet() {
        UpstreamRequest request = UpstreamRequest.get("/p")
                .header("X-Api-Key", "tool's")
                .header("Authorization", "tool's")
                .query("key", "tool's")
                .build();
        RawVendor.Seen seen = send(
                request,
                new Credential.All(List.of(
                        new Credential.Bearer(new Secret("bear")),
                        new Credential.Header("x-api-key", new Secret("head")),
                        new Credential.Query("key", new Secret("q&u")))));
        assertThat(seen.header("Authorization")).containsExactly("Bearer bear");
        assertThat(seen.header("X-Api-Key")).containsExactly("head");
        assertThat(seen.target()).isEqualTo("/p?key=q%26u");
    }

    @Test
    void saysWhoACallerSaysToBe() {
        UpstreamRequest request = UpstreamRequest.get("/p")
                .header("User-Agent", "acme-bot/1")
                .header("Cache-Control", "no-cache")
                .build();
        RawVendor.Seen seen = send(request);
        assertThat(seen.header("User-Agent")).containsExactly("acme-bot/1");
        assertThat(seen.header("Cache-Control")).containsExactly("no-cache");
    }

    @Test
    void T_B04_sendsNoHeaderThatFramesOrRoutes() {
        UpstreamRequest request = UpstreamRequest.post("/p")
                .header("Host", "evil.example")
                .header("Transfer-Encoding", "chunked")
                .header("X-Forwarded-For", "1.2.3.4")
                .header("Content-Length", "1")
                .header("Proxy-Anything", "1")
                .header("X-Mine", "yes")
                .cookie("c", "v 1")
                .jsonBody(body -> body.put("a", 1))
                .build();
        RawVendor.Seen seen = send(request);
        assertThat(seen.header("Host")).containsExactly("127.0.0.1:" + vendor.port());
        assertThat(seen.header("Transfer-Encoding")).isEmpty();
        assertThat(seen.header("X-Forwarded-For")).isEmpty();
        assertThat(seen.header("Proxy-Anything")).isEmpty();
        assertThat(seen.header("User-Agent")).containsExactly("mcp-codegen");
        assertThat(seen.header("X-Mine")).containsExactly("yes");
        assertThat(seen.header("Cookie")).containsExactly("c=v%201");
        assertThat(seen.header("Accept-Encoding")).containsExactly("gzip");
        assertThat(seen.header("Accept")).containsExactly("application/json");
        assertThat(seen.body()).isEqualTo("{\"a\":1}");
    }

    @Test
    void storesNoCookies() {
        try (RawVendor setter = RawVendor.answering(RawVendor.json(200, "{}", "Set-Cookie: sid=1"));
                Fixture fixture = new Fixture(setter)) {
            fixture.call();
            fixture.call();
            assertThat(setter.seen()).hasSize(2);
            assertThat(setter.seen().get(1).header("Cookie")).isEmpty();
        }
    }

    @Test
    void sendsJsonWithNumbersAsWritten() {
        RawVendor.Seen seen = send(UpstreamRequest.post("/p")
                .jsonBody(body -> body.put("n", new BigDecimal("1.10")))
                .build());
        assertThat(seen.header("Content-Type")).containsExactly("application/json");
        assertThat(seen.body()).isEqualTo("{\"n\":1.10}");
    }

    @Test
    void sendsForms() {
        RawVendor.Seen seen = send(UpstreamRequest.post("/p")
                .formBody(form -> form.field("a b", "c&d=é"))
                .build());
        assertThat(seen.header("Content-Type")).containsExactly("application/x-www-form-urlencoded");
        assertThat(seen.body()).isEqualTo("a+b=c%26d%3D%C3%A9");
    }

    @Test
    void sendsMultipartWithFieldsAndFiles() {
        RawVendor.Seen seen = send(UpstreamRequest.post("/p")
                .multipartBody(parts -> parts.field("person_id", 7)
                        .file("file", new FileContent("a\"b\r\n.pdf", "application/pdf", "QUJD")))
                .build());
        String boundary = seen.header("Content-Type").get(0).replace("multipart/form-data; boundary=", "");
        assertThat(boundary).startsWith("mcp-");
        assertThat(seen.body())
                .isEqualTo("--" + boundary + "\r\nContent-Disposition: form-data; name=\"person_id\"\r\n\r\n7\r\n--"
                        + boundary
                        + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a%22b%0D%0A.pdf\"\r\n"
                        + "Content-Type: application/pdf\r\n\r\nABC\r\n--" + boundary + "--\r\n");
    }

    @Test
    void T_B04_refusesAMediaTypeThatBreaksOutOfItsLine() {
        for (FileContent file : List.of(
                new FileContent("a", "text/plain\r\nX-Evil: 1", "QUJD"), new FileContent("a", null, "not base64!"))) {
            UpstreamRequest request = UpstreamRequest.post("/p")
                    .multipartBody(parts -> parts.file("file", file))
                    .build();
            try (Fixture fixture = new Fixture(vendor).request(request)) {
                assertThat(fixture.call().error()).isEqualTo(ToolError.gateway(ToolError.Kind.INVALID_ARGUMENTS));
            }
        }
        assertThat(vendor.seen()).isEmpty();
    }

    @Test
    void sendsRawTextAndNoBody() {
        RawVendor.Seen seen =
                send(UpstreamRequest.post("/p").rawBody("text/csv", "a,b").build());
        assertThat(seen.header("Content-Type")).containsExactly("text/csv");
        assertThat(seen.body()).isEqualTo("a,b");
        vendor.seen().clear();

        RawVendor.Seen empty = send(UpstreamRequest.post("/p").build());
        assertThat(empty.header("Content-Type")).isEmpty();
        assertThat(empty.header("Content-Length")).containsExactly("0");
    }

    @Test
    void saysWhyThereIsNoCredentialAndSendsNothing() {
        UpstreamClient client = new UpstreamClient(
                Fixture.config(Duration.ofSeconds(1)),
                grant -> CompletableFuture.failedFuture(
                        new CredentialUnavailableException("Affinity has to be connected again.")));
        try (Fixture fixture = new Fixture(vendor.url(), client)) {
            ToolResult result = fixture.call();
            assertThat(result.error()).isEqualTo(ToolError.gateway(ToolError.Kind.UNAUTHORIZED));
            assertThat(Fixture.text(result)).isEqualTo("Affinity has to be connected again.");
        }
        assertThat(vendor.seen()).isEmpty();
    }

    @Test
    void D10_printsNoCredential() {
        UpstreamRequest request = UpstreamRequest.get("/p").build();
        try (Fixture fixture = new Fixture(vendor).request(request)) {
            WireRequest wire = new RequestWriter(1_000)
                    .write(
                            fixture.upstreamCall(null, null),
                            request,
                            new Credential.All(List.of(
                                    new Credential.Query("k", new Secret("canary1")),
                                    new Credential.Bearer(new Secret("canary2")))));
            assertThat(wire.headers()).contains(new NameValue("Authorization", "Bearer canary2"));
            assertThat(wire.toString()).doesNotContain("canary");
        }
    }
}
