package dev.mcpcodegen.runtime.arguments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.mcpcodegen.runtime.tool.Paging;
import dev.mcpcodegen.runtime.tool.Presence;
import dev.mcpcodegen.runtime.tool.ToolDescriptor;
import dev.mcpcodegen.runtime.tool.ToolJson;
import dev.mcpcodegen.runtime.tool.UpstreamRequest;
import dev.mcpcodegen.runtime.tool.UpstreamTool;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class ArgumentReaderTest {

    private static final String SCHEMA = """
            {"type": "object", "additionalProperties": false, "required": ["first_name"],
             "properties": {
               "first_name": {"type": "string", "description": "Given name. As on the passport."},
               "age": {"type": "integer", "minimum": 0, "maximum": 150},
               "amount": {"type": "number"},
               "active": {"type": "boolean"},
               "emails": {"type": "array", "maxItems": 3, "items": {"type": "string"}},
               "ids": {"type": "array", "items": {"type": "integer"}},
               "status": {"type": "string", "enum": ["open", "in progress"]},
               "born": {"type": "string", "format": "date"},
               "starts": {"type": "string", "format": "date-time"},
               "uuid": {"type": "string", "format": "uuid"},
               "site": {"type": "string", "format": "uri"},
               "code": {"type": "string", "pattern": "^[A-Z]{3}$", "minLength": 2},
               "nickname": {"type": ["string", "null"]},
               "address": {"$ref": "#/$defs/address"},
               "homes": {"type": "array", "items": {"$ref": "#/$defs/address"}},
               "value": {"anyOf": [{"type": "string", "maxLength": 4}, {"type": "boolean"}]},
               "entry": {"oneOf": [
                  {"type": "object", "required": ["kind", "text"], "properties": {"kind": {"const": "note"}, "text": {"type": "string"}}},
                  {"type": "object", "required": ["kind", "due"], "properties": {"kind": {"const": "task"}, "due": {"type": "integer"}}}]},
               "overlap": {"oneOf": [{"type": "integer"}, {"type": "number"}, {"type": "string"}]},
               "free": {"type": "object"}
             },
             "$defs": {"address": {"type": "object", "required": ["city"], "additionalProperties": false,
               "properties": {"city": {"type": "string"}, "zip": {"type": "string"}, "floor": {"type": "integer"}}}}}
            """;

    record Address(
            @JsonProperty("city") String city,
            @JsonProperty("zip") @Nullable String zip,
            @JsonProperty("floor") @Nullable Long floor) {}

    enum Status {
        OPEN("open"),
        IN_PROGRESS("in progress");

        private final String wire;

        Status(String wire) {
            this.wire = wire;
        }

        @JsonValue
        String wire() {
            return wire;
        }

        @JsonCreator
        static Status of(String wire) {
            return IN_PROGRESS.wire.equals(wire) ? IN_PROGRESS : OPEN;
        }
    }

    record Arguments(
            @JsonProperty("first_name") String firstName,
            @JsonProperty("age") @Nullable Long age,
            @JsonProperty("amount") @Nullable BigDecimal amount,
            @JsonProperty("emails") @Nullable List<String> emails,
            @JsonProperty("status") @Nullable Status status,
            @JsonProperty("nickname") Presence<String> nickname,
            @JsonProperty("address") @Nullable Address address,
            @JsonProperty("homes") @Nullable List<Address> homes,
            @JsonProperty("free") @Nullable JsonNode free) {}

    private static final class CreatePerson implements UpstreamTool<Arguments, JsonNode> {

        private static final ToolDescriptor DESCRIPTOR = ToolDescriptor.builder("create_a_person")
                .definition("unused.json")
                .build();

        @Override
        public ToolDescriptor descriptor() {
            return DESCRIPTOR;
        }

        @Override
        public UpstreamRequest toRequest(Arguments arguments) {
            throw new UnsupportedOperationException();
        }
    }

    private static final class ListPersons implements UpstreamTool<ObjectNode, JsonNode> {

        private static final ToolDescriptor DESCRIPTOR = ToolDescriptor.builder("list_all_persons")
                .definition("unused.json")
                .paging(Paging.unpaged().maxLimit(500))
                .build();

        @Override
        public ToolDescriptor descriptor() {
            return DESCRIPTOR;
        }

        @Override
        public UpstreamRequest toRequest(ObjectNode arguments) {
            throw new UnsupportedOperationException();
        }
    }

    @SuppressWarnings("rawtypes") // what this tool is here to show
    private static final class RawTool implements UpstreamTool {

        @Override
        public ToolDescriptor descriptor() {
            return CreatePerson.DESCRIPTOR;
        }

        @Override
        public UpstreamRequest toRequest(Object arguments) {
            throw new UnsupportedOperationException();
        }
    }

    private final ArgumentReader<Arguments> reader = ArgumentReader.of(new CreatePerson(), json(SCHEMA));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "age | \"5\" | 5",
                "age | 5.0 | 5",
                "age | \"5.0\" | 5",
                "age | 5e0 | 5",
                "amount | \"12.50\" | 12.50",
                "amount | 100.0 | 100.0",
                "amount | 100 | 100",
                "amount | 1e3 | 1E+3",
                "amount | \" 7 \" | 7",
                "active | \"true\" | true",
                "active | \"False\" | false",
                "nickname | 5 | \"5\"",
                "nickname | 1.50 | \"1.50\"",
                "nickname | true | \"true\"",
                "nickname | null | null",
                "emails | \"a@b.c\" | [\"a@b.c\"]",
                "emails | 5 | [\"5\"]",
                "emails | \"[\\\"a\\\",\\\"b\\\"]\" | [\"a\",\"b\"]",
                "emails | \"[not json\" | [\"[not json\"]",
                "ids | [\"1\", 2.0, 3] | [1,2,3]",
                "ids | \"7\" | [\"7\"] -> [7]",
                "address | \"{\\\"city\\\":\\\"Bonn\\\",\\\"floor\\\":\\\"2\\\"}\" | {\"city\":\"Bonn\",\"floor\":2}",
                "address | {\"city\":\"Bonn\",\"zip\":53111,\"floor\":null} | {\"city\":\"Bonn\",\"zip\":\"53111\"}",
                "homes | {\"city\":\"Bonn\"} | [{\"city\":\"Bonn\"}]",
                "starts | \"2026-01-31\" | \"2026-01-31\"",
                "starts | \"2026-01-31T09:30:00+02:00\" | \"2026-01-31T09:30:00+02:00\"",
                "starts | \"2026-01-31 09:30:00\" | \"2026-01-31 09:30:00\"",
                "site | \"no uri at all\" | \"no uri at all\"",
                "value | \"true\" | \"true\"",
                "overlap | 5 | 5",
                "entry | {\"kind\":\"task\",\"due\":5} | {\"kind\":\"task\",\"due\":5}",
                "free | {\"any\":[1,{\"x\":null}]} | {\"any\":[1,{\"x\":null}]}",
            })
    void takesWhatIsMeantWhereNothingIsLost(String argument, String sent, String read) {
        String expected = read.contains(" -> ") ? read.substring(read.indexOf(" -> ") + 4) : read;
        ObjectNode arguments = json("{\"first_name\":\"Ada\"}").set(argument, value(sent));

        ArgumentReading reading = reader.read(arguments);

        assertThat(reading).isInstanceOf(ArgumentReading.Valid.class);
        JsonNode taken = ((ArgumentReading.Valid) reading).arguments().get(argument);
        assertThat(ToolJson.MAPPER.writeValueAsString(taken)).isEqualTo(expected);
    }

    @Test
    void leavesOutNullForOptionalArgumentsThatMayNotBeNull() {
        ObjectNode arguments = json("{\"first_name\":\"Ada\",\"age\":null,\"address\":null,\"nickname\":null}");

        assertThat(valid(arguments).arguments()).isEqualTo(json("{\"first_name\":\"Ada\",\"nickname\":null}"));
        assertThat(arguments.has("age")).as("the given tree is not changed").isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "age | \"abc\" | \"age\" must be an integer, but a string was sent: \"abc\".",
                "age | \"007\" | \"age\" must be an integer, but a string was sent: \"007\".",
                "age | 5.5 | \"age\" must be an integer, but a number was sent: 5.5.",
                "age | -1 | \"age\" must be at least 0, but -1 was sent.",
                "age | 151 | \"age\" must be at most 150, but 151 was sent.",
                "age | 1e999999999 | \"age\" is a number with more than 400 digits. Send a smaller one.",
                "ids | [99999999999999999999] | \"ids[0]\" must be at most 9223372036854775807, but 99999999999999999999 was sent.",
                "active | \"yes\" | \"active\" must be a boolean, but a string was sent: \"yes\".",
                "emails | {\"a\":1} | \"emails\" must be an array of strings, but an object was sent: {\"a\":1}.",
                "emails | [\"a\",\"b\",\"c\",\"d\"] | \"emails\" must have at most 3 items, but has 4.",
                "status | \"opne\" | \"status\" must be one of \"open\", \"in progress\", but \"opne\" was sent.",
                "born | \"31.1.2026\" | \"born\" must be a date such as 2026-01-31, but \"31.1.2026\" was sent.",
                "born | \"2026-02-30\" | \"born\" must be a date such as 2026-01-31, but \"2026-02-30\" was sent.",
                "starts | \"tomorrow\" | \"starts\" must be a date and time such as 2026-01-31T09:30:00Z, or a date such as 2026-01-31, but \"tomorrow\" was sent.",
                "uuid | \"1\" | \"uuid\" must be a UUID such as 123e4567-e89b-12d3-a456-426614174000, but \"1\" was sent.",
                "code | \"abc\" | \"code\" must match the pattern ^[A-Z]{3}$, but \"abc\" was sent.",
                "address | \"Bonn\" | \"address\" must be an object, but a string was sent: \"Bonn\".",
                "address | {\"zip\":\"1\"} | \"address.city\" is required: string.",
                "homes | [{\"city\":\"a\"},{\"city\":\"b\",\"flor\":1}] | \"homes[1].flor\" is not a property of \"homes[1]\". Did you mean \"floor\"?",
                "value | {} | \"value\" must be a string or a boolean, but an object was sent: {}.",
                "value | \"abcde\" | \"value\" must have at most 4 characters, but has 5.",
                "entry | {\"kind\":\"task\",\"due\":\"x\"} | \"entry.due\" must be an integer, but a string was sent: \"x\".",
                "first_nam | 1 | \"first_nam\" is not an argument of this tool. Did you mean \"first_name\"?",
                "firstName | 1 | \"firstName\" is not an argument of this tool. Did you mean \"first_name\"?",
            })
    void tellsWhatIsWrong(String argument, String sent, String message) {
        ObjectNode arguments = json("{\"first_name\":\"Ada\"}").set(argument, value(sent));

        assertThat(invalid(reader, arguments).violations())
                .extracting(ArgumentReading.Violation::message)
                .containsExactly(message);
    }

    @Test
    void T_B07_tellsEverythingAtOnce() {
        ArgumentReading.Invalid invalid = invalid(
                reader, json("{\"frist_name\":\"Ada\",\"age\":\"old\",\"address\":{\"zip\":\"1\",\"floor\":\"top\"}}"));

        assertThat(invalid.message()).isEqualTo("""
                        The arguments are not valid; nothing was sent.
                        - "address.city" is required: string.
                        - "first_name" is required: string. Given name.
                        - "age" must be an integer, but a string was sent: "old".
                        - "address.floor" must be an integer, but a string was sent: "top".
                        - "frist_name" is not an argument of this tool. Did you mean "first_name"?""");
        assertThat(invalid.violations())
                .extracting(ArgumentReading.Violation::argument)
                .containsExactly("address.city", "first_name", "age", "address.floor", "frist_name");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"const\":\"profile\"} | \"profile\"",
                "{\"type\":\"string\",\"enum\":[\"profile\"]} | \"profile\"",
                "{\"type\":\"string\",\"enum\":[\"a\",\"b\"]} | one of \"a\", \"b\"",
                "{\"type\":\"string\",\"description\":\"Xero identifier. More.\"} | string. Xero identifier",
            })
    void saysWhatARequiredValueMustBe(String schema, String expected) {
        ObjectNode root = json(
                "{\"type\":\"object\",\"required\":[\"first_name\"],\"properties\":{\"first_name\":" + schema + "}}");

        assertThat(invalid(ArgumentReader.of(new CreatePerson(), root), json("{}"))
                        .violations())
                .extracting(ArgumentReading.Violation::message)
                .containsExactly("\"first_name\" is required: " + expected + ".");
    }

    @Test
    void saysThatARequiredArgumentMustNotBeNull() {
        assertThat(invalid(reader, json("{\"first_name\":null}")).violations())
                .extracting(ArgumentReading.Violation::message)
                .containsExactly("\"first_name\" is required and must not be null: string. Given name.");
    }

    @Test
    void listsTheKnownArgumentsWhenNoneIsNear() {
        ArgumentReader<ObjectNode> small = listReader(
                "{\"type\":\"object\",\"additionalProperties\":false,\"properties\":{\"term\":{\"type\":\"string\"}}}");

        assertThat(invalid(small, json("{\"zzzzzz\":1}")).violations())
                .extracting(ArgumentReading.Violation::message)
                .containsExactly("\"zzzzzz\" is not an argument of this tool. Known: term, limit, next_cursor.");
    }

    @Test
    void takesUnknownArgumentsWhereTheSchemaIsOpen() {
        ArgumentReader<ObjectNode> open = listReader("{\"type\":\"object\",\"properties\":{}}");

        assertThat(valid(open, json("{\"extra\":{\"a\":1}}")).arguments()).isEqualTo(json("{\"extra\":{\"a\":1}}"));
    }

    @Test
    void cleansAndShortensWhatItRepeats() {
        String hostile = "a\\u202Eb\\u200B\\u0007\\nc" + "x".repeat(500);

        ArgumentReading.Invalid invalid = invalid(
                reader,
                json("{\"first_name\":\"Ada\",\"age\":\"" + hostile + "\",\"b\\u202Ead\\n" + "y".repeat(100)
                        + "\":1}"));

        assertThat(invalid.violations())
                .extracting(ArgumentReading.Violation::message)
                .first()
                .isEqualTo("\"age\" must be an integer, but a string was sent: \"ab c" + "x".repeat(76) + "...\".");
        assertThat(invalid.message()).doesNotContain("\u202E").doesNotContain("y".repeat(80));
    }

    @Test
    void doesNotTellAThousandTimesTheSame() {
        String items = IntStream.range(0, 1000).mapToObj(i -> "\"x\"").collect(Collectors.joining(","));

        List<ArgumentReading.Violation> violations = invalid(
                        reader, json("{\"first_name\":\"Ada\",\"ids\":[" + items + "]}"))
                .violations();

        assertThat(violations).hasSize(51);
        assertThat(violations.get(50).message()).isEqualTo("And 950 more of this kind.");
    }

    @Test
    void T_B08_refusesJsonTextThatIsNestedTooDeeply() {
        String deep = "{\"a\":".repeat(200) + "1" + "}".repeat(200);

        List<ArgumentReading.Violation> violations = invalid(
                        reader, json("{\"first_name\":\"Ada\"}").put("free", deep))
                .violations();

        assertThat(violations).singleElement().satisfies(violation -> {
            assertThat(violation.argument()).startsWith("free.a.a.a");
            assertThat(violation.message()).endsWith("is nested more than 64 levels deep. Send less.");
        });
    }

    @Test
    void answersSoonWhenEverythingIsWrong() {
        ObjectNode arguments = json("{\"first_name\":\"Ada\"}");
        IntStream.range(0, 100_000).forEach(i -> arguments.put("unknown_argument_number_" + i, i));
        invalid(reader, json("{}")); // the first run compiles the schema

        long start = System.nanoTime();
        assertThat(invalid(reader, arguments).violations()).hasSize(51);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void takesPagingArgumentsOut() {
        ArgumentReader<ObjectNode> list =
                listReader("{\"type\":\"object\",\"additionalProperties\":false,\"properties\":{}}");

        assertThat(valid(list, json("{\"limit\":\"20\",\"next_cursor\":\"abc\"}")))
                .isEqualTo(new ArgumentReading.Valid(json("{}"), 20, "abc"));
        assertThat(valid(list, json("{\"limit\":null,\"next_cursor\":\"\"}")))
                .isEqualTo(new ArgumentReading.Valid(json("{}"), null, null));
        assertThat(valid(list, json("{\"next_cursor\":null}")))
                .isEqualTo(new ArgumentReading.Valid(json("{}"), null, null));
        assertThat(invalid(list, json("{\"limit\":501}")).violations())
                .extracting(ArgumentReading.Violation::message)
                .containsExactly("\"limit\" must be at most 500, but 501 was sent.");
        assertThat(invalid(list, json("{\"limit\":0,\"next_cursor\":{}}")).violations())
                .hasSize(2);
    }

    @Test
    void leavesLimitToToolsThatDoNotPage() {
        assertThat(invalid(reader, json("{\"first_name\":\"Ada\",\"limit\":5}")).violations())
                .hasSize(1);
    }

    @Test
    void bindsToTheRecord() {
        Arguments bound = reader.bind(valid(json("""
                        {"first_name":"Ada","age":"5","amount":100.0,"emails":"a@b.c","status":"in progress","nickname":"A",
                         "address":{"city":"Bonn","zip":53111,"floor":2},"homes":[{"city":"Ulm"}],"free":{"n":1e3}}""")).arguments());

        assertThat(bound)
                .isEqualTo(new Arguments(
                        "Ada",
                        5L,
                        new BigDecimal("100.0"),
                        List.of("a@b.c"),
                        Status.IN_PROGRESS,
                        Presence.of("A"),
                        new Address("Bonn", "53111", 2L),
                        List.of(new Address("Ulm", null, null)),
                        value("{\"n\":1e3}")));
    }

    @Test
    void tellsAbsentFromNull() {
        assertThat(reader.bind(valid(json("{\"first_name\":\"Ada\"}")).arguments())
                        .nickname())
                .isEqualTo(Presence.absent());
        assertThat(reader.bind(valid(json("{\"first_name\":\"Ada\",\"nickname\":null}"))
                                .arguments())
                        .nickname())
                .isEqualTo(Presence.of(null));
        assertThat(reader.bind(valid(json("{\"first_name\":\"Ada\",\"nickname\":\"\"}"))
                                .arguments())
                        .nickname())
                .isEqualTo(Presence.of(""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"100", "100.0", "1E+3", "0.10", "123456789012345678901234567890.5"})
    void keepsTheCallersNumber(String number) {
        Arguments bound = reader.bind(valid(json("{\"first_name\":\"Ada\",\"amount\":" + number + "}"))
                .arguments());

        assertThat(bound.amount()).hasToString(number);
    }

    @Test
    void saysThatSchemaAndRecordContradictEachOther() {
        assertThatThrownBy(() -> reader.bind(json("{\"first_name\":\"Ada\",\"homes\":[{\"floor\":\"s3cret\"}]}")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("The valid arguments of create_a_person do not fit its argument type at ")
                .hasMessageContaining("floor")
                .hasMessageNotContaining("s3cret");
    }

    @Test
    @SuppressWarnings("unchecked") // a raw tool
    void refusesAToolWhoseClassDoesNotNameItsArguments() {
        assertThatThrownBy(() -> ArgumentReader.of(new RawTool(), json(SCHEMA)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The class of the tool create_a_person, " + RawTool.class.getName()
                        + ", does not say what its arguments are. Name the record in its implements clause.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:1/x.json", "file:///etc/passwd", "#/$defs/missing"})
    void fetchesNoReference(String reference) {
        ArgumentReader<ObjectNode> dangling =
                listReader("{\"type\":\"object\",\"properties\":{\"a\":{\"$ref\":\"" + reference + "\"}}}");

        assertThatThrownBy(() -> dangling.read(json("{\"a\":1}")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("The input schema of list_all_persons cannot be used: ");
    }

    @Test
    void readsThroughCyclesOfReferences() {
        ArgumentReader<ObjectNode> cyclic = listReader("""
                {"type":"object","properties":{"tree":{"$ref":"#/$defs/node"}},
                 "$defs":{"node":{"type":"object","properties":{"depth":{"type":"integer"},"child":{"$ref":"#/$defs/node"}}}}}""");

        assertThat(valid(cyclic, json("{\"tree\":{\"child\":{\"child\":{\"depth\":\"3\"}}}}"))
                        .arguments())
                .isEqualTo(json("{\"tree\":{\"child\":{\"child\":{\"depth\":3}}}}"));
        assertThat(invalid(cyclic, json("{\"tree\":{\"child\":{\"depth\":\"x\"}}}"))
                        .message())
                .endsWith("- \"tree.child.depth\" must be an integer, but a string was sent: \"x\".");
    }

    @Test
    void endsOnSchemasThatReferToThemselves() {
        InputSchema schema = InputSchema.of(json("""
                        {"properties":{"v":{"$ref":"#/$defs/v"}},
                         "$defs":{"v":{"anyOf":[{"type":"integer"},{"$ref":"#/$defs/v"},{"$ref":"#/$defs/v"},{"$ref":"#/$defs/all"}]},
                                  "all":{"type":"boolean","allOf":[{"$ref":"#/$defs/all"},{"$ref":"#/$defs/all"}]}}}"""));

        assertThat(schema.property("v").types()).containsExactly("integer", "boolean");
    }

    private ArgumentReading.Valid valid(ObjectNode arguments) {
        return valid(reader, arguments);
    }

    private static ArgumentReading.Valid valid(ArgumentReader<?> reader, ObjectNode arguments) {
        ArgumentReading reading = reader.read(arguments);
        assertThat(reading).isInstanceOf(ArgumentReading.Valid.class);
        return (ArgumentReading.Valid) reading;
    }

    private static ArgumentReading.Invalid invalid(ArgumentReader<?> reader, ObjectNode arguments) {
        ArgumentReading reading = reader.read(arguments);
        assertThat(reading).isInstanceOf(ArgumentReading.Invalid.class);
        return (ArgumentReading.Invalid) reading;
    }

    private static ArgumentReader<ObjectNode> listReader(String schema) {
        return ArgumentReader.of(new ListPersons(), json(schema));
    }

    private static JsonNode value(String json) {
        return ToolJson.MAPPER.readTree(json);
    }

    private static ObjectNode json(String json) {
        return (ObjectNode) value(json);
    }
}
