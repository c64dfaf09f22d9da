package dev.mcpcodegen.runtime.arguments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.mcpcodegen.runtime.tool.FileContent;
import dev.mcpcodegen.runtime.tool.InvalidArgumentException;
import dev.mcpcodegen.runtime.tool.Presence;
import dev.mcpcodegen.runtime.tool.ToolDescriptor;
import dev.mcpcodegen.runtime.tool.ToolJson;
import dev.mcpcodegen.runtime.tool.UpstreamRequest;
import dev.mcpcodegen.runtime.tool.UpstreamTool;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class UnknownPropertiesTest {

    /** As the generator writes it: of nested objects nothing is said but what they hold. */
    private static final String SCHEMA = """
            {"type": "object", "additionalProperties": false, "properties": {
               "filter": {"$ref": "#/$defs/filter"},
               "filters": {"type": "array", "items": {"$ref": "#/$defs/filter"}},
               "by_name": {"type": "object", "additionalProperties": {"$ref": "#/$defs/filter"}},
               "maybe": {"anyOf": [{"$ref": "#/$defs/filter"}, {"type": "null"}]},
               "open": {"type": "object", "properties": {"known": {"type": "string"}}},
               "union": {"anyOf": [{"type": "object", "properties": {"a": {"type": "string"}}}, {"type": "string"}]},
               "shape": {"anyOf": [
                  {"type": "object", "properties": {"kind": {"const": "circle"}, "radius": {"type": "integer"}}},
                  {"type": "object", "properties": {"kind": {"const": "square"}, "side": {"type": "integer"}}}]},
               "starts": {"type": "string", "format": "date-time"},
               "file": {"type": "object", "properties": {"filename": {"type": "string"}, "content_base64": {"type": "string"}}}
             },
             "$defs": {"filter": {"type": "object", "properties": {
               "color": {"type": "string"}, "size": {"type": "integer"}, "page_size": {"type": "integer"}, "child": {"$ref": "#/$defs/filter"}}}}}
            """;

    record Filter(
            @JsonProperty("color") @Nullable String color,
            @JsonProperty("size") @Nullable Long size,

            @JsonProperty("page[size]") @JsonAlias("page_size") @Nullable
            Long pageSize,

            @JsonProperty("child") @Nullable Filter child) {}

    record Open(
            @JsonProperty("known") @Nullable String known,
            @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties) {}

    @JsonTypeInfo(
            use = JsonTypeInfo.Id.NAME,
            include = JsonTypeInfo.As.EXISTING_PROPERTY,
            property = "kind",
            visible = true)
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Circle.class, name = "circle"),
        @JsonSubTypes.Type(value = Square.class, name = "square")
    })
    sealed interface Shape permits Circle, Square {}

    record Circle(
            @JsonProperty("kind") String kind,
            @JsonProperty("radius") @Nullable Long radius) implements Shape {}

    record Square(
            @JsonProperty("kind") String kind,
            @JsonProperty("side") @Nullable Long side) implements Shape {}

    record Arguments(
            @JsonProperty("filter") @Nullable Filter filter,
            @JsonProperty("filters") @Nullable List<Filter> filters,
            @JsonProperty("by_name") @Nullable Map<String, Filter> byName,
            @JsonProperty("maybe") Presence<Filter> maybe,
            @JsonProperty("open") @Nullable Open open,
            @JsonProperty("union") @Nullable JsonNode union,
            @JsonProperty("shape") @Nullable Shape shape,
            @JsonProperty("starts") @Nullable OffsetDateTime starts,
            @JsonProperty("file") @Nullable FileContent file) {}

    private static final class FindThings implements UpstreamTool<Arguments, JsonNode> {

        @Override
        public ToolDescriptor descriptor() {
            return ToolDescriptor.builder("find_things")
                    .definition("unused.json")
                    .build();
        }

        @Override
        public UpstreamRequest toRequest(Arguments arguments) {
            throw new UnsupportedOperationException();
        }
    }

    private final ArgumentReader<Arguments> reader = ArgumentReader.of(new FindThings(), json(SCHEMA));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'filter':{'colour':'red'}} | 'filter.colour' is not a property of 'filter'. Did you mean 'color'?",
                "{'filter':{'zzzzzz':1}} | 'filter.zzzzzz' is not a property of 'filter'. Known: color, size, page_size, child.",
                "{'filter':{'child':{'child':{'colour':1}}}} | 'filter.child.child.colour' is not a property of 'filter.child.child'. Did you mean 'color'?",
                "{'filters':[{},{'sise':1}]} | 'filters[1].sise' is not a property of 'filters[1]'. Did you mean 'size'?",
                "{'by_name':{'x':{'sise':1}}} | 'by_name.x.sise' is not a property of 'by_name.x'. Did you mean 'size'?",
                "{'maybe':{'sise':1}} | 'maybe.sise' is not a property of 'maybe'. Did you mean 'size'?",
                "{'shape':{'kind':'square','radius':1}} | 'shape.radius' is not a property of 'shape'. Known: kind, side.",
                "{'file':{'filename':'a','content_base64':'','path':'/tmp/a'}} | 'file.path' is not a property of 'file'. Known: filename, content_base64.",
            })
    void refusesWhatTheRecordWouldLose(String arguments, String message) {
        assertThatThrownBy(() -> bind(arguments))
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessage("The arguments are not valid; nothing was sent.\n- " + message.replace('\'', '"'));
    }

    @Test
    void tellsAllOfThem() {
        assertThatThrownBy(
                        () -> bind(
                                "{'filter':{'a1':1,'b1':2,'size':3},'filters':[{'child':{'c1':1}}],'shape':{'kind':'circle','d1':1}}"))
                .hasMessage("""
                        The arguments are not valid; nothing was sent.
                        - "filter.a1" is not a property of "filter". Known: color, size, page_size, child.
                        - "filter.b1" is not a property of "filter". Known: color, size, page_size, child.
                        - "filters[0].child.c1" is not a property of "filters[0].child". Known: color, size, page_size, child.
                        - "shape.d1" is not a property of "shape". Known: kind, radius.""");
    }

    @Test
    void doesNotTellAThousand() {
        String many = IntStream.range(0, 1000).mapToObj(i -> "'zz" + i + "':1").collect(Collectors.joining(","));

        assertThatThrownBy(() -> bind("{'filter':{" + many + "}}"))
                .satisfies(refusal ->
                        assertThat(String.valueOf(refusal.getMessage()).lines()).hasSize(21));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'open':{'known':'a','else':{'b':1}}}",
                "{'union':{'a':'x','b':1}}",
                "{'filter':{'page_size':1}}",
                "{'by_name':{'anything':{'color':'red'}}}",
                "{'shape':{'kind':'circle','radius':1}}",
                "{'maybe':null}"
            })
    void takesWhatHasAPlace(String arguments) {
        Arguments bound = bind(arguments);

        assertThat(ToolJson.MAPPER.writeValueAsString(bound).replace("page[size]", "page_size"))
                .isEqualTo(arguments.replace('\'', '"'));
    }

    @Test
    void refusesWhatAMappedClassDoesNotRead() {
        assertThatThrownBy(() -> bind("{'starts':'2026-01-31'}"))
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessage("\"starts\" cannot be read as OffsetDateTime: 2026-01-31.");
    }

    private Arguments bind(String arguments) {
        ArgumentReading reading = reader.read(json(arguments.replace('\'', '"')));
        assertThat(reading).isInstanceOf(ArgumentReading.Valid.class);
        return reader.bind(((ArgumentReading.Valid) reading).arguments());
    }

    private static ObjectNode json(String json) {
        return (ObjectNode) ToolJson.MAPPER.readTree(json);
    }
}
