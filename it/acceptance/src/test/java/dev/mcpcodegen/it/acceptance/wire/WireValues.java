package dev.mcpcodegen.it.acceptance.wire;

import dev.mcpcodegen.it.corpus.raw.RawApi;
import dev.mcpcodegen.it.corpus.raw.RawObject;
import dev.mcpcodegen.it.corpus.raw.RawParameter;
import dev.mcpcodegen.it.corpus.raw.RawPlace;
import dev.mcpcodegen.it.corpus.raw.RawSchemas;
import dev.mcpcodegen.it.corpus.schema.SchemaJudge;
import dev.mcpcodegen.it.corpus.schema.SchemaJudge.Violation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Holds values on the wire against declared schemas. A text stands for what it can be read as, so one reading must fit. */
final class WireValues {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final RawApi api;
    private final SchemaJudge judge = new SchemaJudge();

    WireValues(RawApi api) {
        this.api = api;
    }

    /** Checks what a query has of one parameter, and returns the names that this explains. */
    Set<String> query(RawParameter parameter, Map<String, List<String>> sent, List<String> problems) {
        String name = parameter.name();
        if (sent.containsKey(name)) {
            check(parameter, sent.get(name), problems);
            return Set.of(name);
        }
        Set<String> parts = Set.copyOf(
                sent.keySet().stream().filter(key -> key.startsWith(name + "[")).toList());
        // Each property of an object may be a parameter of its own (OpenAPI, Style Examples).
        if (parts.isEmpty() && type(parameter.schema()).equals("object") && parameter.explode()) {
            Set<String> properties = RawObject.of(api, parameter.schema()).names();
            parts = Set.copyOf(
                    sent.keySet().stream().filter(properties::contains).toList());
        }
        if (parts.isEmpty() && parameter.required()) {
            problems.add("missing-required: " + parameter);
        }
        return parts;
    }

    /** Checks the texts that were sent for one parameter. */
    void check(RawParameter parameter, List<String> texts, List<String> problems) {
        boolean isList = type(parameter.schema()).equals("array");
        if (texts.size() > 1 && !isList) {
            problems.add("repeated: " + parameter);
            return;
        }
        List<String> parts = texts;
        if (isList && !parameter.explode()) {
            parts = texts.stream()
                    .flatMap(text -> Stream.of(text.split(",", -1)))
                    .toList();
        }
        List<JsonNode> readings = parameter.content().isPresent()
                ? List.of(json(texts.get(0)))
                : isList ? lists(parts) : readings(texts.get(0));
        fits(parameter.toString(), parameter.schema(), readings, problems);
    }

    /** Checks a text of a form. */
    void check(String name, RawPlace schema, String text, List<String> problems) {
        fits(name, schema, readings(text), problems);
    }

    /** Checks a value of JSON. */
    void check(String name, RawPlace schema, JsonNode value, List<String> problems) {
        fits(name, schema, List.of(value), problems);
    }

    private void fits(String name, RawPlace schema, List<JsonNode> readings, List<String> problems) {
        if (!schema.isPresent()) {
            return;
        }
        JsonNode standalone = RawSchemas.standalone(api, schema);
        List<Violation> least = List.of();
        for (JsonNode reading : readings) {
            least = judge.violations(standalone, reading);
            if (least.isEmpty()) {
                return;
            }
        }
        problems.add("value: " + name + ": " + least.get(0));
    }

    /** Reads JSON; what is none stays a text, which fits no object. */
    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JacksonException e) {
            return NODES.stringNode(text);
        }
    }

    String type(RawPlace schema) {
        return api.files().follow(schema).text("type");
    }

    private static List<JsonNode> readings(String text) {
        List<JsonNode> readings = new ArrayList<>();
        if (text.matches("-?[0-9]+(\\.[0-9]+)?([eE][-+]?[0-9]+)?")) {
            readings.add(number(text));
        } else if (text.equals("true") || text.equals("false")) {
            readings.add(NODES.booleanNode(Boolean.parseBoolean(text)));
        }
        readings.add(NODES.stringNode(text));
        return readings;
    }

    private static JsonNode number(String text) {
        return text.matches("-?[0-9]{1,18}")
                ? NODES.numberNode(Long.parseLong(text))
                : NODES.numberNode(new BigDecimal(text));
    }

    private static List<JsonNode> lists(List<String> texts) {
        ArrayNode read = NODES.arrayNode();
        ArrayNode plain = NODES.arrayNode();
        texts.forEach(text -> {
            read.add(readings(text).get(0));
            plain.add(text);
        });
        return List.of(read, plain);
    }
}
