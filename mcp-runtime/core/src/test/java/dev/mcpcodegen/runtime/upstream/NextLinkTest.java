package dev.mcpcodegen.runtime.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcpcodegen.runtime.access.Credential;
import dev.mcpcodegen.runtime.access.Secret;
import dev.mcpcodegen.runtime.tool.Paging;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@NullUnmarked
class NextLinkTest {

    private static final URI BASE = URI.create("https://api.example.com/v2");
    private static final URI REQUEST = URI.create("https://api.example.com/v2/lists/1/persons?limit=5");

    private static String target(String link) {
        return NextLink.target(BASE, REQUEST, link, new Credential.None());
    }

    @ParameterizedTest
    @CsvSource({
        "https://api.example.com/v2/persons?page=2, /persons?page=2",
        "HTTPS://API.example.com:443/v2/persons?page=2, /persons?page=2",
        "/v2/persons?page=2, /persons?page=2",
        "?page=2, /lists/1/persons?page=2",
        "persons?page=2, /lists/1/persons?page=2",
        "../2/persons?page=2, /lists/2/persons?page=2",
        "https://api.example.com/v2?page=2, /?page=2",
        "https://api.example.com/v2/x?u=https://evil.example/&f[a]=b|c#x, /x?u=https://evil.example/&f%5Ba%5D=b%7Cc"
    })
    void takesWhatIsBelowTheBaseUrl(String link, String target) {
        assertThat(target(link)).isEqualTo(target);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/v2/persons",
                "//evil.example/v2/persons",
                "http://api.example.com/v2/persons",
                "https://api.example.com:8443/v2/persons",
                "https://user@api.example.com/v2/persons",
                "https://api.example.com@evil.example/v2/persons",
                "https://api.example.com.evil.example/v2/persons",
                "https://api.example.com/v22/persons",
                "https://api.example.com/admin",
                "https://api.example.com/v2/../admin",
                "/v2/%2e%2e/admin",
                "/v2/x/%252E%252e/%2e./admin",
                "/v2/..;a=b/admin",
                "/v2/..%2fadmin",
                "/v2/..\\admin",
                "../../../../admin",
                "file:///etc/passwd",
                "javascript:alert(1)",
                "https://[",
                "abc",
                ""
            })
    void T_B05_refusesWhatLeadsElsewhere(String link) {
        assertThat(target(link)).isNull();
    }

    @Test
    void T_B05_aCursorNeverHoldsTheAccountsKey() {
        Credential key = new Credential.Query("api_key", new Secret("s3cr3t-value"));
        assertThat(NextLink.target(BASE, REQUEST, "?api%5Fkey=s3cr3t-value&page=2", key))
                .isEqualTo("/lists/1/persons?page=2");
        assertThat(NextLink.target(BASE, REQUEST, "?key=s3cr3t%2Dvalue&page=2", key))
                .isNull();
        Credential bearer = new Credential.Bearer(new Secret("s3cr3t-value"));
        assertThat(NextLink.target(BASE, REQUEST, "?access_token=s3cr3t-value&page=2", bearer))
                .isNull();
    }

    @Test
    void readsTheParameterOfALink() {
        assertThat(NextLink.parameter("https://x.example/a?b=1&page%5Bcursor%5D=a%2Bb%3D#c", "page[cursor]"))
                .isEqualTo("a+b=");
        assertThat(NextLink.parameter("?after=x", "after")).isEqualTo("x");
        assertThat(NextLink.parameter("WzEyM10=?after=x", "after")).isNull();
        assertThat(NextLink.parameter("https://x.example/a?b=1", "after")).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "<a>; rel=next ! a",
                "<a>; rel=\"prev\", <b>;rel=\"next\" ! b",
                "<a>;title=\"x, <y>; rel=next\"; rel=prev , <b> ; rel = \"last NEXT\" ! b",
                "<a>; rel=prev; rel=next !",
                "<a,b;c>; rel=next ! a,b;c",
                "<a> !",
                "a; rel=next !",
                "<a; rel=next !",
                "'' !"
            })
    void readsLinkHeaders(String header, String next) {
        assertThat(LinkHeader.next(List.of(header))).isEqualTo(next);
    }

    @Test
    void readsSeveralAndHugeLinkHeaders() {
        assertThat(LinkHeader.next(List.of("<a>; rel=prev", "<b>; rel=next"))).isEqualTo("b");
        assertThat(LinkHeader.next(List.of("<a>;x=\"\\".repeat(9_000)))).isNull();
        assertThat(LinkHeader.next(List.of(",<a>; rel=x".repeat(5_000)))).isNull();
    }

    @Test
    void T_B05_anEvilNextLinkSendsNothingAndIsTold() {
        try (RawVendor evil = RawVendor.answering(RawVendor.json(200, "[]"))) {
            String link = evil.url() + "/persons?page=2";
            try (RawVendor byHeader =
                            RawVendor.answering(RawVendor.json(200, "[1]", "Link: <" + link + ">; rel=\"next\""));
                    Fixture header = new Fixture(byHeader).paging(Paging.link());
                    RawVendor byBody =
                            RawVendor.answering(RawVendor.json(200, "{\"data\":[1],\"next\":\"" + link + "\"}"));
                    Fixture body =
                            new Fixture(byBody).paging(Paging.nextUrl("/next").items("/data"))) {
                for (Fixture fixture : List.of(header, body)) {
                    JsonNode page = fixture.call().structured();
                    assertThat(page.get("result")).hasSize(1);
                    assertThat(page.has("next_cursor")).isFalse();
                    assertThat(page.at("/meta/notice").stringValue())
                            .contains("incomplete")
                            .doesNotContain("127.0.0.1");
                }
            }
            assertThat(evil.seen()).isEmpty();
        }
    }

    @Test
    void aLinkIsFollowedWithTheAccountsCredential() {
        Credential key = new Credential.All(List.of(
                new Credential.Bearer(new Secret("bearer-token")),
                new Credential.Query("api_key", new Secret("s3cr3t-value"))));
        try (RawVendor vendor = new RawVendor((request, out, socket) ->
                        out.write(RawVendor.json(200, "[1]", "Link: <" + request.target() + "&page=2>; rel=\"next\"")
                                .getBytes(StandardCharsets.UTF_8)));
                Fixture fixture = new Fixture(vendor, key).paging(Paging.link())) {
            String cursor = fixture.call().structured().get("next_cursor").stringValue();
            assertThat(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.ISO_8859_1))
                    .contains("/persons?page=2")
                    .doesNotContain("s3cr3t");
            fixture.call(null, cursor);
            RawVendor.Seen second = vendor.seen().get(1);
            assertThat(second.target()).isEqualTo("/persons?page=2&api_key=s3cr3t-value");
            assertThat(second.header("authorization")).containsExactly("Bearer bearer-token");
        }
    }
}
