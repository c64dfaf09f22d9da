package dev.mcpcodegen.it.acceptance;

import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Arguments for a tool, made up from its input schema; ids name records of the seed, so that the vendor finds them. */
final class SampleArguments {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Pattern COLLECTION = Pattern.compile("(/download)?/\\{id}$");

    /** What the vendor demands beyond its documented required parameters, or of values that depend on each other. */
    private static final Map<String, String> DEMANDS = Map.ofEntries(
            // One target, and something to attach to it.
            Map.entry("affinity_files_upload", """
                    {"file": {"filename": "a.txt", "content_base64": "aGVsbG8="}, "organization_id": 98765}"""),
            Map.entry("list_all_affinity_field_values", "{\"organization_id\": 98765}"),
            Map.entry("list_all_affinity_interactions", "{\"organization_id\": 98765}"),
            Map.entry("create_a_affinity_note", "{\"person_ids\": [40102]}"),
            // A due date belongs to reminders of type 0.
            Map.entry("create_a_affinity_reminder", "{\"due_date\": \"2026-12-01T09:00:00Z\"}"));

    private final Vendor vendor;
    private final ToolReport report;

    SampleArguments(Vendor vendor, ToolReport report) {
        this.vendor = vendor;
        this.report = report;
    }

    /** The least that the vendor accepts. */
    ObjectNode required(JsonNode tool) {
        ObjectNode arguments = JSON.objectNode();
        JsonNode properties = tool.at("/inputSchema/properties");
        tool.at("/inputSchema/required")
                .valueStream()
                .map(JsonNode::asString)
                .forEach(name -> arguments.set(name, value(tool, name, properties.path(name))));
        String demands = DEMANDS.get(tool.path("name").asString());
        if (demands != null) {
            arguments.setAll((ObjectNode) Http.JSON.readTree(demands));
        }
        return arguments;
    }

    /** Every argument but the cursor, which only an answer can give. */
    ObjectNode all(JsonNode tool) {
        ObjectNode arguments = JSON.objectNode();
        tool.at("/inputSchema/properties").propertyStream().forEach(property -> {
            if (!property.getKey().equals("next_cursor")) {
                arguments.set(property.getKey(), value(tool, property.getKey(), property.getValue()));
            }
        });
        return arguments;
    }

    private JsonNode value(JsonNode tool, String argument, JsonNode schema) {
        String name = tool.path("name").asString();
        return switch (argument) {
            case "id" -> JSON.numberNode(id(report.path(name)));
            case "list_id" -> JSON.numberNode(listId(name.contains("opportunity") ? 8 : 0));
            case "field_id" -> JSON.numberNode(firstId("/persons/fields"));
            case "owner_id", "creator_id", "internal_id", "internal_person_id" -> JSON.numberNode(123);
            case "entity_id", "external_id", "person_id" -> JSON.numberNode(40_102);
            case "organization_id" -> JSON.numberNode(98_765);
            case "person_ids" -> JSON.arrayNode().add(123).add(40_102);
            case "organization_ids" -> JSON.arrayNode().add(98_765);
            default -> value(schema);
        };
    }

    private JsonNode value(JsonNode schema) {
        JsonNode choices = schema.path("enum");
        if (!choices.isEmpty()) {
            return choices.get(0);
        }
        return switch (schema.path("type").asString("")) {
            case "integer", "number" ->
                JSON.numberNode(Math.max(2, schema.path("minimum").asInt(2)));
            case "boolean" -> JSON.booleanNode(true);
            case "array" -> array(schema.path("items"));
            case "object" -> object(schema);
            default -> JSON.stringNode(text(schema));
        };
    }

    private ArrayNode array(JsonNode items) {
        return JSON.arrayNode().add(value(items));
    }

    private ObjectNode object(JsonNode schema) {
        ObjectNode object = JSON.objectNode();
        schema.path("properties")
                .propertyStream()
                .forEach(property -> object.set(property.getKey(), value(property.getValue())));
        return object;
    }

    /** Plain texts are base64 too, for those that must be. */
    private static String text(JsonNode schema) {
        return schema.path("format").asString("").equals("date-time") ? "2026-10-23T10:00:00Z" : "c2FtcGxl";
    }

    /** The id of a record under the path of a tool. */
    private long id(String path) {
        String collection = COLLECTION.matcher(path).replaceFirst("").replace("{list_id}", String.valueOf(listId(0)));
        return switch (collection) {
            case "/interactions" -> firstId("/interactions?type=0&organization_id=98765");
            case "/field-values" -> firstId("/field-values?organization_id=98765");
            case "/notes" -> firstId("/notes?creator_id=123");
            default -> firstId(collection);
        };
    }

    private long listId(int type) {
        return vendor.stored("/lists")
                .valueStream()
                .filter(list -> list.path("type").asInt() == type)
                .findFirst()
                .orElseThrow()
                .path("id")
                .asLong();
    }

    /** Answers are an array of records, or an object that holds one. */
    private long firstId(String path) {
        JsonNode answer = vendor.stored(path);
        JsonNode records = answer.isArray()
                ? answer
                : answer.valueStream().filter(JsonNode::isArray).findFirst().orElse(JSON.arrayNode());
        if (records.isEmpty()) {
            throw new AssertionError("The seed has nothing under " + path + ": " + answer);
        }
        return records.get(0).path("id").asLong();
    }
}
