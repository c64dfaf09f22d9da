package dev.mcpcodegen.runtime.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The table of OpenAPI's style examples, and what it leaves open. */
@NullUnmarked
class ParameterStylesTest {

    private static final List<String> COLORS = List.of("blue", "black", "brown");
    private static final Map<String, Object> RGB = rgb();

    private static Map<String, Object> rgb() {
        Map<String, Object> rgb = new LinkedHashMap<>();
        rgb.put("R", 100);
        rgb.put("G", 200);
        rgb.put("B", 150);
        return rgb;
    }

    private static Object value(String kind) {
        return switch (kind) {
            case "text" -> "blue";
            case "list" -> COLORS;
            default -> RGB;
        };
    }

    private static JsonNode json(String text) {
        return ToolJson.MAPPER.readTree(text);
    }

    private static String query(Object value, QueryStyle style) {
        return UpstreamRequest.get("/p").query("color", value, style).build().target();
    }

    private static String path(Object value, PathStyle style) {
        return UpstreamRequest.get("/{color}/z")
                .path("color", value, style)
                .build()
                .target();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "text EXPLODED color=blue",
                "list EXPLODED color=blue&color=black&color=brown",
                "map EXPLODED R=100&G=200&B=150",
                "text COMMA color=blue",
                "list COMMA color=blue,black,brown",
                "map COMMA color=R,100,G,200,B,150",
                "list SPACE color=blue%20black%20brown",
                "map SPACE color=R%20100%20G%20200%20B%20150",
                "list PIPE color=blue%7Cblack%7Cbrown",
                "map PIPE color=R%7C100%7CG%7C200%7CB%7C150",
                "list TAB color=blue%09black%09brown",
                "map DEEP_OBJECT color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150",
                "list DEEP_OBJECT color%5B%5D=blue&color%5B%5D=black&color%5B%5D=brown",
                "text DEEP_OBJECT color=blue",
                "text JSON color=%22blue%22",
                "list JSON color=%5B%22blue%22%2C%22black%22%2C%22brown%22%5D",
                "map JSON color=%7B%22R%22%3A100%2C%22G%22%3A200%2C%22B%22%3A150%7D"
            })
    void writesQueriesAsOpenApiShowsThem(String kind, QueryStyle style, String expected) {
        assertThat(query(value(kind), style)).isEqualTo("/p?" + expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "text COMMA blue",
                "list COMMA blue,black,brown",
                "map COMMA R,100,G,200,B,150",
                "list EXPLODED blue,black,brown",
                "map EXPLODED R=100,G=200,B=150",
                "text LABEL .blue",
                "list LABEL .blue,black,brown",
                "map LABEL .R,100,G,200,B,150",
                "list LABEL_EXPLODED .blue.black.brown",
                "map LABEL_EXPLODED .R=100.G=200.B=150",
                "text MATRIX ;color=blue",
                "list MATRIX ;color=blue,black,brown",
                "map MATRIX ;color=R,100,G,200,B,150",
                "text MATRIX_EXPLODED ;color=blue",
                "list MATRIX_EXPLODED ;color=blue;color=black;color=brown",
                "map MATRIX_EXPLODED ;R=100;G=200;B=150",
                "map JSON %7B%22R%22%3A100%2C%22G%22%3A200%2C%22B%22%3A150%7D"
            })
    void writesPathsAsOpenApiShowsThem(String kind, PathStyle style, String expected) {
        assertThat(path(value(kind), style)).isEqualTo("/" + expected + "/z");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "text COMMA blue",
                "list COMMA blue,black,brown",
                "map COMMA R,100,G,200,B,150",
                "list EXPLODED blue,black,brown",
                "map EXPLODED R=100,G=200,B=150",
                "list JSON [\"blue\",\"black\",\"brown\"]"
            })
    void writesHeadersAsOpenApiShowsThem(String kind, HeaderStyle style, String expected) {
        assertThat(UpstreamRequest.get("/p")
                        .header("X-Color", value(kind), style)
                        .build()
                        .headers())
                .containsExactly(new NameValue("X-Color", expected));
    }

    @Test
    void writesCookies() {
        UpstreamRequest request = UpstreamRequest.get("/p")
                .cookie("one", "a;b=c é")
                .cookie("many", List.of(1, 2))
                .cookie("joined", List.of("x,y", "z"), QueryStyle.COMMA)
                .cookie("all", Map.of("k", "v"))
                .build();

        assertThat(request.cookies())
                .containsExactly(
                        new NameValue("one", "a%3Bb%3Dc%20%C3%A9"),
                        new NameValue("many", "1"),
                        new NameValue("many", "2"),
                        new NameValue("joined", "x%2Cy,z"),
                        new NameValue("k", "v"));
        assertThatThrownBy(() -> UpstreamRequest.get("/p").cookie("all", Map.of("a=1; b", "v")))
                .isInstanceOf(InvalidArgumentException.class);
    }

    @Test
    void tellsACommaWithinAValueFromOneBetweenValues() {
        assertThat(query(List.of("a,b", "c|d", "e f"), QueryStyle.COMMA)).isEqualTo("/p?color=a%2Cb,c%7Cd,e%20f");
        assertThat(path(List.of("a,b", "c"), PathStyle.COMMA)).isEqualTo("/a%2Cb,c/z");
    }

    @Test
    void writesNestedObjectsAndListsInBrackets() {
        JsonNode filter = json("""
                {"owner": {"id": 7, "tags": ["a", "b"]}, "rows": [{"id": 1, "n": null}, {"id": 2}], "none": null, "deep": [[1]]}
                """);
        assertThat(query(filter, QueryStyle.DEEP_OBJECT).replace("%5B", "[").replace("%5D", "]"))
                .isEqualTo("/p?color[owner][id]=7&color[owner][tags][]=a&color[owner][tags][]=b"
                        + "&color[rows][0][id]=1&color[rows][1][id]=2&color[deep][0][]=1");
    }

    @Test
    void leavesOutWhatIsNullAbsentOrEmpty() {
        for (QueryStyle style : List.of(QueryStyle.EXPLODED, QueryStyle.COMMA, QueryStyle.DEEP_OBJECT)) {
            assertThat(query(null, style)).isEqualTo("/p");
            assertThat(query(List.of(), style)).isEqualTo("/p");
            assertThat(query(Map.of(), style)).isEqualTo("/p");
            assertThat(query(Presence.absent(), style)).isEqualTo("/p");
            assertThat(query(Presence.of(null), style)).isEqualTo("/p");
            assertThat(query("", style)).isEqualTo("/p?color=");
        }
        assertThat(query(json("[null, 1]"), QueryStyle.EXPLODED)).isEqualTo("/p?color=1");
    }

    @Test
    void keepsNumbersAsWritten() {
        assertThat(query(List.of(new BigDecimal("1.10"), new BigDecimal("1E+3")), QueryStyle.COMMA))
                .isEqualTo("/p?color=1.10,1E%2B3");
    }

    @Test
    void keepsReservedCharactersOnlyWhereTheyEndNothing() {
        UpstreamRequest request = UpstreamRequest.get("/p")
                .reservedQuery("to", "https://a.example/b?c=d&e=f#g;h+i[j]%26 k")
                .reservedQuery("ids", List.of("a/b", "c:d"), QueryStyle.PIPE)
                .build();
        assertThat(request.target())
                .isEqualTo("/p?to=https://a.example/b?c=d%26e=f%23g%3Bh%2Bi%5Bj%5D%2526%20k&ids=a/b%7Cc:d");
    }

    @Test
    void makesAValueTheWholeQuery() {
        Map<String, Object> search = Map.of("q", List.of("a b", "c"));
        assertThat(UpstreamRequest.get("/p")
                        .queryString(search, QueryStyle.EXPLODED)
                        .build()
                        .target())
                .isEqualTo("/p?q=a%20b&q=c");
        assertThat(UpstreamRequest.get("/p")
                        .queryString(search, QueryStyle.JSON)
                        .build()
                        .target())
                .isEqualTo("/p?%7B%22q%22%3A%5B%22a%20b%22%2C%22c%22%5D%7D");
    }

    @Test
    void fillsSeveralPlaceholdersOfOneSegment() {
        assertThat(UpstreamRequest.get("/{owner}:{repo}/{base}...{head}/{file}.json")
                        .path("owner", "a{repo}")
                        .path("repo", "b/c")
                        .path("base", "v1")
                        .path("head", "v2.0")
                        .path("file", "x.y")
                        .build()
                        .path())
                .isEqualTo("/a%7Brepo%7D:b%2Fc/v1...v2.0/x.y.json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", ".", "..", "%2e%2E", "%252e.", "..;a=1", "a/../b", "..\\", "a\u0000b", "%00", "a%0d%0ab"})
    void T_B01_refusesWhatLeavesItsSegmentInEveryStyle(String value) {
        for (PathStyle style : PathStyle.values()) {
            if (style != PathStyle.JSON) {
                for (Object sent : List.of(value, List.of("a", value), Map.of("k", value))) {
                    assertThatThrownBy(() -> path(sent, style))
                            .as("%s %s", style, sent)
                            .isInstanceOf(InvalidArgumentException.class)
                            .hasMessageContaining("\"color\"");
                }
            }
        }
    }

    @Test
    void T_B01_seesDotsThatAppearOnlyInTheWholeSegment() {
        assertThatThrownBy(() -> path(";x", PathStyle.LABEL)).isInstanceOf(InvalidArgumentException.class);
        assertThatThrownBy(() -> UpstreamRequest.get("/.{a}/b").path("a", "%2e;x"))
                .isInstanceOf(InvalidArgumentException.class);
        assertThatThrownBy(() -> path(List.of(), PathStyle.COMMA)).isInstanceOf(InvalidArgumentException.class);
    }

    @Test
    void T_B02_aMemberOfAnObjectCannotPoseAsAnotherParameter() {
        UpstreamRequestBuilder builder =
                UpstreamRequest.get("/p").query("object", "companies").query("filter", Map.of("object", "secrets"));

        assertThatThrownBy(builder::build)
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageContaining("\"object\"");
    }

    @Test
    void separatesListsOfPathsAndHeadersAsSwaggerDoes() {
        assertThat(path(COLORS, PathStyle.SPACE)).isEqualTo("/blue%20black%20brown/z");
        assertThat(path(COLORS, PathStyle.PIPE)).isEqualTo("/blue%7Cblack%7Cbrown/z");
        assertThat(path(COLORS, PathStyle.TAB)).isEqualTo("/blue%09black%09brown/z");
        assertThat(headerOf(HeaderStyle.SPACE)).isEqualTo("blue black brown");
        assertThat(headerOf(HeaderStyle.PIPE)).isEqualTo("blue|black|brown");
        assertThat(headerOf(HeaderStyle.TAB)).isEqualTo("blue\tblack\tbrown");
        assertThatThrownBy(() -> UpstreamRequest.get("/p").header("h", List.of("a\tb"), HeaderStyle.TAB))
                .isInstanceOf(InvalidArgumentException.class);
    }

    private static String headerOf(HeaderStyle style) {
        return UpstreamRequest.get("/p")
                .header("h", COLORS, style)
                .build()
                .headers()
                .get(0)
                .value();
    }
}
