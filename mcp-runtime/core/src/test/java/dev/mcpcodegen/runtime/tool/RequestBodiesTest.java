package dev.mcpcodegen.runtime.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@NullUnmarked
class RequestBodiesTest {

    private static JsonNode json(String text) {
        return ToolJson.MAPPER.readTree(text);
    }

    private static UpstreamRequestBuilder post() {
        return UpstreamRequest.post("/p");
    }

    private static String form(RequestBody body) {
        return ((RequestBody.Form) body)
                .fields().stream()
                        .map(field -> field.name() + "=" + field.encodedValue())
                        .collect(Collectors.joining("&"));
    }

    @Test
    void writesFormFieldsAsOpenApiSaysWhereNothingIsSaid() {
        UpstreamRequest request = post().formBody(form -> form.field("a", List.of("x y", "z"))
                        .field("b", Map.of("k", "v"))
                        .field("c", json("[{\"n\":1}]"))
                        .field("d", null)
                        .field("e", true))
                .build();
        assertThat(form(request.body())).isEqualTo("a=x+y&a=z&b=%7B%22k%22%3A%22v%22%7D&c=%7B%22n%22%3A1%7D&e=true");
    }

    @Test
    void writesFormFieldsInTheStyleOfTheirEncoding() {
        UpstreamRequest request = post().formBody(
                        form -> form.field("a", json("{\"b\":{\"c\":[1,2]}}"), QueryStyle.DEEP_OBJECT)
                                .field("d", List.of("1", "2"), QueryStyle.COMMA)
                                .field("e", List.of("1", "2"), QueryStyle.PIPE)
                                .field("f", Map.of("k", "v"), QueryStyle.EXPLODED))
                .build();
        assertThat(form(request.body())).isEqualTo("a[b][c][]=1&a[b][c][]=2&d=1,2&e=1%7C2&k=v");
    }

    @Test
    void putsPartsIntoMultipart() {
        FileContent file = new FileContent("a.png", null, "QUJD");
        UpstreamRequest request = post().multipartBody(
                        "multipart/related",
                        parts -> parts.field("meta", Map.of("k", "v"))
                                .field("tags", List.of("a", "b"))
                                .field("csv", "a,b", "text/csv")
                                .field("text", "x", "application/json")
                                .field("deep", Map.of("k", "v"), QueryStyle.DEEP_OBJECT)
                                .field("none", null)
                                .file("one", file, "image/png")
                                .files("more", List.of(file)))
                .build();
        assertThat(request.body())
                .isEqualTo(new RequestBody.Multipart(
                        "multipart/related",
                        List.of(
                                new RequestBody.Part("meta", null, "{\"k\":\"v\"}", "application/json"),
                                new RequestBody.Part("tags", null, "a", null),
                                new RequestBody.Part("tags", null, "b", null),
                                new RequestBody.Part("csv", null, "a,b", "text/csv"),
                                new RequestBody.Part("text", null, "\"x\"", "application/json"),
                                new RequestBody.Part("deep[k]", null, "v", null),
                                new RequestBody.Part("one", file, "", "image/png"),
                                new RequestBody.Part("more", file, "", null))));
    }

    @Test
    void putsObjectsAroundPropertiesAndConstants() {
        UpstreamRequest request = post().jsonBody(
                        "application/vnd.api+json",
                        body -> body.object(
                                        "data", data -> data.put("name", "Ada").putJson("flags", "[1]"))
                                .object("meta", meta -> {}))
                .build();
        assertThat(request.body())
                .isEqualTo(new RequestBody.Json(
                        "application/vnd.api+json", json("{\"data\":{\"name\":\"Ada\",\"flags\":[1]},\"meta\":{}}")));
    }

    @Test
    void T_B07_takesOtherPropertiesButNotThoseOfTheVendor() {
        Map<String, JsonNode> others = Map.of("color", json("\"red\""));
        UpstreamRequest request = post().jsonBody(
                        body -> body.put("name", "Ada").others(others, "id"))
                .build();
        assertThat(request.body()).isEqualTo(new RequestBody.Json(json("{\"name\":\"Ada\",\"color\":\"red\"}")));

        assertThatThrownBy(() -> post().jsonBody(body -> body.others(others, "color")))
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageContaining("\"color\"");
        assertThatThrownBy(() -> post().formBody(form -> form.others(others, "color")))
                .isInstanceOf(InvalidArgumentException.class);
        assertThatThrownBy(() -> post().multipartBody(parts -> parts.others(others, "color")))
                .isInstanceOf(InvalidArgumentException.class);
    }

    @Test
    void leavesAnEmptyBodyOutOnlyWhenAsked() {
        assertThat(post().jsonBody(body -> {}).build().body()).isEqualTo(new RequestBody.Json(json("{}")));
        assertThat(post().jsonBody(body -> {}).omitEmptyBody().build().body()).isEqualTo(new RequestBody.None());
        assertThat(post().formBody(form -> {}).omitEmptyBody().build().body()).isEqualTo(new RequestBody.None());
        assertThat(post().jsonBody(body -> body.put("a", 1))
                        .omitEmptyBody()
                        .build()
                        .body())
                .isInstanceOf(RequestBody.Json.class);
        assertThat(post().fileBody(null, "image/png").build().body()).isEqualTo(new RequestBody.None());
    }
}
