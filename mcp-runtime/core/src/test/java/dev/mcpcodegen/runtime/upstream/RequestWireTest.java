package dev.mcpcodegen.runtime.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcpcodegen.runtime.access.Credential;
import dev.mcpcodegen.runtime.access.Secret;
import dev.mcpcodegen.runtime.tool.FileContent;
import dev.mcpcodegen.runtime.tool.Integration;
import dev.mcpcodegen.runtime.tool.InvalidArgumentException;
import dev.mcpcodegen.runtime.tool.QueryStyle;
import dev.mcpcodegen.runtime.tool.TraceContext;
import dev.mcpcodegen.runtime.tool.UpstreamRequest;
import dev.mcpcodegen.runtime.tool.UpstreamRequestBuilder;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whatever a caller passes, the bytes that a vendor receives are framed by the specification alone. */
@NullUnmarked
class RequestWireTest {

    private static final List<String> HOSTILE = List.of(
            "1&admin=true",
            "1;admin=true",
            "1#admin",
            "1%26admin=true",
            "1%2526admin",
            "a=b&c",
            "?x=1",
            "a b+c",
            "a\r\nX-Evil: 1",
            "a\nGET /admin HTTP/1.1",
            "\u0000",
            "é ü 漢",
            "😀",
            "[admin]=1",
            "x]&admin[y=1",
            "|,|",
            "\t",
            "{\"admin\":true}",
            "\\",
            "%");

    private final RawVendor vendor = RawVendor.answering(RawVendor.json(200, "{}"));

    @AfterEach
    void closeVendor() {
        vendor.close();
    }

    private RawVendor.Seen send(UpstreamRequestBuilder request) {
        vendor.seen().clear();
        try (Fixture fixture =
                new Fixture(vendor, new Credential.Header("X-Key", new Secret("secret"))).request(request.build())) {
            assertThat(fixture.call().isError()).isFalse();
        }
        return vendor.onlyRequest();
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    @Test
    void T_B01_everyPathKeepsTheNumberOfItsSegmentsOrIsRefused() {
        List<String> values = new ArrayList<>(HOSTILE);
        values.addAll(
                List.of("../admin", "%2e%2e", "..;/", "..\\", "a?x=1", "a#f", "%25252e%25252e", "a/b", "//", "./", ""));
        int refused = 0;
        for (String value : values) {
            try {
                RawVendor.Seen seen = send(UpstreamRequest.get("/a/{id}/b").path("id", value));
                assertThat(seen.target().split("/", -1)).as(value).hasSize(4);
                assertThat(decoded(seen.target().split("/", -1)[2])).isEqualTo(value);
                assertThat(seen.target()).doesNotContain("?", "#").endsWith("/b");
            } catch (InvalidArgumentException e) {
                assertThat(e.argument()).isEqualTo("id");
                refused++;
            }
        }
        assertThat(refused).isBetween(9, 15);
    }

    @Test
    void T_C07_theTraceIsAllThatAVendorLearnsOfTheClientsRequest() {
        TraceContext trace = TraceContext.of("00-" + "a".repeat(32) + "-" + "b".repeat(16) + "-01", "vendor=x")
                .orElseThrow();
        try (Fixture fixture = new Fixture(vendor, new Credential.None()).trace(trace)) {
            fixture.call();
            fixture.request(UpstreamRequest.get("/p")
                            .header("traceparent", "the-tools-own")
                            .build())
                    .call();
        }

        assertThat(vendor.seen().get(0).header("traceparent")).containsExactly(trace.parent());
        assertThat(vendor.seen().get(0).header("tracestate")).containsExactly("vendor=x");
        assertThat(vendor.seen().get(1).header("traceparent")).containsExactly("the-tools-own");
        assertThat(vendor.seen().get(1).header("tracestate")).isEmpty();
    }

    @Test
    void T_B02_twoHundredValuesSetTheirOwnParameterOnly() {
        List<QueryStyle> styles = List.of(
                QueryStyle.EXPLODED,
                QueryStyle.COMMA,
                QueryStyle.SPACE,
                QueryStyle.PIPE,
                QueryStyle.TAB,
                QueryStyle.DEEP_OBJECT,
                QueryStyle.JSON);
        int cases = 0;
        try (Fixture fixture = new Fixture(vendor, new Credential.None())) {
            for (QueryStyle style : styles) {
                for (String value : HOSTILE) {
                    for (Object sent : List.of(value, List.of(value, "z"))) {
                        vendor.seen().clear();
                        assertThat(fixture.request(UpstreamRequest.get("/p")
                                                .query("q", sent, style)
                                                .query("last", "1")
                                                .build())
                                        .call()
                                        .isError())
                                .isFalse();
                        assertOnly(vendor.onlyRequest().target(), style, value);
                        cases++;
                    }
                }
            }
        }
        assertThat(cases).isGreaterThanOrEqualTo(200);
    }

    private static void assertOnly(String target, QueryStyle style, String value) {
        assertThat(target)
                .startsWith("/p?")
                .endsWith("&last=1")
                .matches("[!-~]+")
                .doesNotContain("#", ";");
        String[] pairs = target.substring(3).split("&", -1);
        for (String pair : Arrays.copyOf(pairs, pairs.length - 1)) {
            assertThat(pair).matches("q(%5B%5D)?=[^=]*");
        }
        if (style == QueryStyle.EXPLODED) {
            assertThat(decoded(pairs[0])).isEqualTo("q=" + value);
        }
    }

    @Test
    void T_B02_keysOfDeepObjectsStayInTheirBrackets() {
        for (String key : HOSTILE) {
            RawVendor.Seen seen =
                    send(UpstreamRequest.get("/p").query("filter", Map.of(key, "v"), QueryStyle.DEEP_OBJECT));
            assertThat(seen.target()).matches("/p\\?filter%5B[^&=;#]*%5D=v");
        }
    }

    @Test
    void T_B02_hostileFormFieldsSetTheirOwnFieldOnly() {
        for (String value : HOSTILE) {
            RawVendor.Seen seen = send(UpstreamRequest.post("/p")
                    .formBody(form -> form.field("a", value).field("b", "1")));
            assertThat(seen.body()).matches("a=[^&=;#]*&b=1");
        }
    }

    @Test
    void T_B03_fiveArgumentsOfOneNameGoToFivePlaces() {
        RawVendor.Seen seen = send(UpstreamRequest.post("/{name}")
                .path("name", "in path")
                .query("name", "in query")
                .header("name", "in header")
                .cookie("name", "in cookie")
                .jsonBody(body -> body.put("name", "in body")));

        assertThat(seen.line()).isEqualTo("POST /in%20path?name=in%20query HTTP/1.1");
        assertThat(seen.header("name")).containsExactly("in header");
        assertThat(seen.header("Cookie")).containsExactly("name=in%20cookie");
        assertThat(seen.body()).isEqualTo("{\"name\":\"in body\"}");
    }

    @Test
    void T_B04_noHeaderOrCookieArgumentAddsALine() {
        int usual = send(UpstreamRequest.get("/p").header("X-A", "1").cookie("c", "1"))
                .headers()
                .size();
        for (String value : HOSTILE) {
            try {
                RawVendor.Seen seen =
                        send(UpstreamRequest.get("/p").header("X-A", value).cookie("c", value));
                assertThat(seen.headers()).as(value).hasSize(usual);
                assertThat(seen.header("X-A")).containsExactly(value);
            } catch (InvalidArgumentException e) {
                assertThat(value).matches("(?s).*[^ -~].*");
            }
        }
    }

    @Test
    void sendsTheMediaTypeOfTheDocument() {
        assertThat(send(UpstreamRequest.patch("/p").jsonBody("application/merge-patch+json", body -> body.put("a", 1)))
                        .header("Content-Type"))
                .containsExactly("application/merge-patch+json");
        assertThat(send(UpstreamRequest.get("/p").accept("application/vnd.api+json"))
                        .header("Accept"))
                .containsExactly("application/vnd.api+json, */*;q=0.1");
        assertThat(send(UpstreamRequest.post("/p").rawBody("text/plain", "é")).header("Content-Type"))
                .containsExactly("text/plain; charset=utf-8");
        assertThat(send(UpstreamRequest.post("/p").rawBody("application/xml", "<é/>"))
                        .header("Content-Type"))
                .containsExactly("application/xml");
    }

    @Test
    void sendsFilesUnderATypeThatTheVendorTakes() {
        FileContent gif = new FileContent("a.gif", "image/gif", "QUJD");
        assertThat(contentType(gif, "image/png", "image/gif")).isEqualTo("image/gif");
        assertThat(contentType(gif, "image/*")).isEqualTo("image/gif");
        assertThat(contentType(gif, "application/octet-stream")).isEqualTo("image/gif");
        assertThat(contentType(gif, "application/pdf")).isEqualTo("application/pdf");
        assertThat(contentType(new FileContent("a", null, "QUJD"), "*/*")).isEqualTo("application/octet-stream");
        assertThat(vendor.onlyRequest().body()).isEqualTo("ABC");
    }

    private String contentType(FileContent file, String... taken) {
        return send(UpstreamRequest.put("/p").fileBody(file, taken))
                .header("Content-Type")
                .get(0);
    }

    @Test
    void sendsBodiesWithEveryMethod() {
        for (String method : List.of("GET", "DELETE", "OPTIONS", "QUERY")) {
            RawVendor.Seen seen =
                    send(UpstreamRequest.method(method, "/p").jsonBody(body -> body.put("ids", List.of(1, 2))));
            assertThat(seen.line()).startsWith(method + " /p ");
            assertThat(seen.body()).as(method).isEqualTo("{\"ids\":[1,2]}");
        }
    }

    @Test
    void sendsAToolToItsOwnServerWhereverTheAccountHasIt() {
        Integration integration = Integration.builder("affinity")
                .server("upload", "https://upload.affinity.example/2")
                .server("v2", "/v2")
                .build();
        try (Fixture fixture = new Fixture(vendor.url() + "/v1", new Credential.None()).integration(integration)) {
            fixture.tool(Fixture.tool("a").server("v2")).call();
            fixture.tool(Fixture.tool("b").server("upload"))
                    .servers(Map.of("upload", vendor.url() + "/up"))
                    .call();
            fixture.tool(Fixture.tool("c")).call();
            assertThat(fixture.tool(Fixture.tool("d").server("unknown")).call().isError())
                    .isTrue();
        }
        assertThat(vendor.seen())
                .extracting(RawVendor.Seen::target)
                .containsExactly("/v2/persons", "/up/persons", "/v1/persons");
    }

    @Test
    void typesThePartsOfAForm() {
        RawVendor.Seen seen = send(UpstreamRequest.post("/p")
                .multipartBody(
                        "multipart/related",
                        parts -> parts.field("meta", Map.of("k", "v"))
                                .file("data", new FileContent("d", null, "QUJD"), "image/png")));
        assertThat(seen.header("Content-Type").get(0)).startsWith("multipart/related; boundary=mcp-");
        assertThat(seen.body())
                .contains("name=\"meta\"\r\nContent-Type: application/json\r\n\r\n{\"k\":\"v\"}\r\n")
                .contains("filename=\"d\"\r\nContent-Type: image/png\r\n\r\nABC\r\n");
    }
}
