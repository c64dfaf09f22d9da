package dev.mcpcodegen.codegen.lock;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mcpcodegen.codegen.lock.Change.Kind;
import dev.mcpcodegen.codegen.model.ToolIdentity;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SurfaceDiffTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** One argument `a`, by its schema before and after; in single quotes, since commas part the columns. */
    @ParameterizedTest
    @CsvSource({
        "'{\"type\":\"string\"}', '{\"type\":\"string\"}', ''",
        "'{\"type\":\"number\"}', '{\"type\":\"integer\"}', TYPE_NARROWER",
        "'{\"type\":\"integer\"}', '{\"type\":\"number\"}', TYPE_WIDER",
        "'{\"type\":\"string\"}', '{\"type\":\"array\",\"items\":{\"type\":\"string\"}}', TYPE_NARROWER",
        "'{}', '{\"type\":\"array\"}', TYPE_NARROWER",
        "'{\"type\":\"array\"}', '{}', TYPE_WIDER",
        "'{\"type\":\"string\"}', '{\"type\":\"string\",\"enum\":[\"x\"]}', VALUES_FEWER",
        "'{\"type\":\"string\",\"enum\":[\"x\",\"y\"]}', '{\"type\":\"string\",\"enum\":[\"x\"]}', VALUES_FEWER",
        "'{\"type\":\"string\",\"enum\":[\"x\"]}', '{\"type\":\"string\",\"enum\":[\"x\",\"y\"]}', VALUES_MORE",
        "'{\"type\":\"string\",\"enum\":[\"x\"]}', '{\"type\":\"string\"}', VALUES_MORE",
        "'{\"type\":\"integer\",\"enum\":[1,2]}', '{\"type\":\"integer\",\"enum\":[2,1.0]}', ''",
        "'{\"type\":\"string\"}', '{\"const\":\"x\",\"type\":\"string\"}', VALUES_FEWER",
        "'{\"type\":[\"string\",\"null\"]}', '{\"type\":\"string\"}', NULL_REFUSED",
        "'{\"type\":\"string\"}', '{\"type\":[\"string\",\"null\"]}', NULL_TAKEN",
        "'{\"anyOf\":[{\"type\":\"object\"},{\"type\":\"null\"}]}', '{\"type\":\"object\"}', NULL_REFUSED",
        "'{\"type\":\"integer\",\"maximum\":100}', '{\"type\":\"integer\",\"maximum\":50}', LIMITS_NARROWER",
        "'{\"type\":\"integer\",\"maximum\":50}', '{\"type\":\"integer\",\"maximum\":100}', LIMITS_WIDER",
        "'{\"type\":\"integer\"}', '{\"type\":\"integer\",\"minimum\":1}', LIMITS_NARROWER",
        "'{\"type\":\"integer\",\"minimum\":1.0}', '{\"type\":\"integer\",\"minimum\":1}', ''",
        "'{\"type\":\"string\",\"maxLength\":9}', '{\"type\":\"string\"}', LIMITS_WIDER",
        "'{\"type\":\"string\",\"pattern\":\"a\"}', '{\"type\":\"string\",\"pattern\":\"b\"}', LIMITS_NARROWER",
        "'{\"type\":\"string\"}', '{\"type\":\"string\",\"format\":\"uuid\"}', LIMITS_NARROWER",
        "'{\"type\":\"object\"}', '{\"type\":\"object\",\"additionalProperties\":false}', CLOSED",
        "'{\"type\":\"object\",\"additionalProperties\":false}', '{\"type\":\"object\"}', OPENED",
        "'{\"type\":\"array\",\"items\":{}}', '{\"type\":\"array\",\"items\":{\"type\":\"string\"}}', TYPE_NARROWER",
        "'{\"anyOf\":[{\"type\":\"string\"},{\"type\":\"integer\"}]}', '{\"type\":\"string\"}', TYPE_NARROWER",
        "'{\"type\":\"string\"}', '{\"anyOf\":[{\"type\":\"integer\"},{\"type\":\"string\"}]}', TYPE_WIDER",
        "'{\"anyOf\":[{\"type\":\"string\"},{\"type\":\"integer\"}]}', '{\"anyOf\":[{\"type\":\"integer\"},{\"type\":\"string\"}]}', ''",
        "'{\"type\":\"object\",\"additionalProperties\":{\"type\":\"number\"}}', '{\"type\":\"object\",\"additionalProperties\":{\"type\":\"integer\"}}', TYPE_NARROWER",
    })
    void tellsNarrowerFromWider(String before, String after, String kinds) throws JsonProcessingException {
        assertThat(kinds(arguments("{\"a\":" + before + "}"), arguments("{\"a\":" + after + "}")))
                .isEqualTo(expected(kinds));
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"a\":{}}', '', '{\"a\":{}}', a, ARGUMENT_REQUIRED",
        "'{\"a\":{}}', a, '{\"a\":{}}', '', ARGUMENT_OPTIONAL",
        "'{}', '', '{\"a\":{}}', '', ARGUMENT_NEW",
        "'{}', '', '{\"a\":{}}', a, ARGUMENT_REQUIRED",
        "'{\"a\":{}}', '', '{}', '', ARGUMENT_GONE",
        "'{\"a\":{\"type\":\"string\"}}', '', '{\"b\":{\"type\":\"string\"}}', '', ARGUMENT_RENAMED",
        "'{\"a\":{\"type\":\"string\"}}', '', '{\"b\":{\"type\":\"boolean\"}}', '', ARGUMENT_GONE+ARGUMENT_NEW",
        "'{\"a\":{}}', '', '{\"b\":{},\"c\":{}}', '', ARGUMENT_GONE+ARGUMENT_NEW+ARGUMENT_NEW",
    })
    void comparesArguments(String before, String requiredBefore, String after, String requiredAfter, String kinds)
            throws JsonProcessingException {
        assertThat(kinds(arguments(before, requiredBefore), arguments(after, requiredAfter)))
                .isEqualTo(expected(kinds));
    }

    @Test
    void namesPartsOfArgumentsByTheirPlace() throws JsonProcessingException {
        String template = """
                {"list": {"type": "array", "items": {"type": "object", "properties": {"city": {"type": "%s"}}}}}
                """;

        assertThat(changes(arguments(template.formatted("number")), arguments(template.formatted("integer"))))
                .extracting(Change::argument)
                .containsExactly("list[].city");
    }

    @Test
    void aTypeThatContainsItselfIsComparedToTheDepthItIsWrittenOut() throws JsonProcessingException {
        String schema = """
                {"properties": {"a": {"$ref": "#/$defs/Node"}},
                 "$defs": {"Node": {"type": "object", "properties": {"value": {"type": "%s"}, "next": {"$ref": "#/$defs/Node"}}}}}
                """;

        assertThat(changes(
                        tool("GET", "/a", "x", JSON.readTree(schema.formatted("string"))),
                        tool("GET", "/a", "x", JSON.readTree(schema.formatted("boolean")))))
                .extracting(Change::argument)
                .containsExactly("a.value");
    }

    @Test
    void anArgumentOfThousandsOfPartsIsFollowedLessDeep() throws JsonProcessingException {
        StringBuilder properties = new StringBuilder("\"p0\":{\"type\":\"string\"}");
        for (int i = 1; i < 40; i++) {
            properties.append(",\"p").append(i).append("\":{\"$ref\":\"#/$defs/D\"}");
        }
        String schema = "{\"properties\":{\"a\":{\"type\":\"object\",\"properties\":{" + properties
                + "}}},\"$defs\":{\"D\":{\"type\":\"object\",\"properties\":{"
                + properties.toString().replace("$defs/D", "$defs/E") + "}},\"E\":{\"type\":\"object\",\"properties\":{"
                + properties.toString().replace("#/$defs/D", "#/$defs/F") + "}},\"F\":{\"type\":\"string\"}}}";
        ToolSurface tool = tool("GET", "/a", "x", JSON.readTree(schema));

        assertThat(LockWriter.write(new Surface("acme", List.of(tool))).lines().count())
                .isBetween(40L, 400L);
    }

    @Test
    void aToolKeepsItsNameOrIsRenamedMovedGoneOrNew() throws JsonProcessingException {
        Surface before = new Surface(
                "acme",
                List.of(
                        tool("GET", "/kept", "kept", JSON.readTree("{}")),
                        tool("GET", "/renamed", "old_name", JSON.readTree("{}")),
                        tool("PUT", "/moved", "moved", JSON.readTree("{}")),
                        tool("GET", "/gone", "gone", JSON.readTree("{}"))));
        Surface after = new Surface(
                "acme",
                List.of(
                        tool("GET", "/kept", "kept", JSON.readTree("{}")),
                        tool("GET", "/renamed", "new_name", JSON.readTree("{}")),
                        tool("PATCH", "/moved", "moved", JSON.readTree("{}")),
                        tool("GET", "/new", "fresh", JSON.readTree("{}"))));

        assertThat(SurfaceDiff.between(before, after))
                .extracting(Change::sentence)
                .containsExactlyInAnyOrder(
                        "old_name: is named new_name now",
                        "moved: calls PATCH /moved now, not PUT /moved",
                        "gone: is gone (GET /gone)",
                        "fresh: is new (GET /new)");
        assertThat(SurfaceDiff.between(before, after))
                .filteredOn(Change::isBreaking)
                .extracting(Change::kind)
                .containsExactlyInAnyOrder(Kind.TOOL_RENAMED, Kind.TOOL_GONE);
    }

    @Test
    void T_A10_otherWordsAreAChange() {
        ToolSurface before = new ToolSurface(
                new ToolIdentity("GET", "/a", ""), "x", "sha256-1", arguments().arguments());
        ToolSurface after = new ToolSurface(
                new ToolIdentity("GET", "/a", ""), "x", "sha256-2", arguments().arguments());

        assertThat(changes(before, after)).extracting(Change::kind).containsExactly(Kind.WORDS_CHANGED);
        assertThat(changes(before, after)).noneMatch(Change::isBreaking);
    }

    private static List<Kind> expected(String kinds) {
        return kinds.isEmpty()
                ? List.of()
                : Arrays.stream(kinds.split("\\+")).map(Kind::valueOf).toList();
    }

    private static List<Kind> kinds(ToolSurface before, ToolSurface after) {
        return changes(before, after).stream().map(Change::kind).toList();
    }

    private static List<Change> changes(ToolSurface before, ToolSurface after) {
        return SurfaceDiff.between(new Surface("acme", List.of(before)), new Surface("acme", List.of(after)));
    }

    private static ToolSurface arguments() {
        return tool("GET", "/a", "x", JSON.createObjectNode());
    }

    private static ToolSurface arguments(String properties) throws JsonProcessingException {
        return arguments(properties, "");
    }

    private static ToolSurface arguments(String properties, String required) throws JsonProcessingException {
        String names = required.isEmpty() ? "" : "\"" + required + "\"";
        return tool(
                "GET",
                "/a",
                "x",
                JSON.readTree("{\"additionalProperties\":false,\"properties\":" + properties + ",\"required\":[" + names
                        + "]}"));
    }

    private static ToolSurface tool(String method, String path, String name, JsonNode schema) {
        return new ToolSurface(
                new ToolIdentity(method, path, ""), name, "sha256-0", new ShapeReader(schema).arguments(schema));
    }
}
