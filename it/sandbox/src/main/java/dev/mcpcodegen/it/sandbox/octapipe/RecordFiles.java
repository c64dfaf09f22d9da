package dev.mcpcodegen.it.sandbox.octapipe;

import dev.mcpcodegen.it.sandbox.vendor.RouteCall;
import dev.mcpcodegen.it.sandbox.vendor.Routes;
import dev.mcpcodegen.it.sandbox.vendor.VendorResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Import and export of a database. That they exist is published; everything else is assumed.
 *
 * <p>Rows are divided by commas, without quotes, and all values are texts. An export as XLSX is only promised at an address.
 */
final class RecordFiles {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Rules IMPORT = Rules.none().optional("mapping", InputKind.TEXT);
    private static final Rules EXPORT = Rules.none().optional("format", InputKind.TEXT, "csv", "xlsx");

    private final OctapipeRecords records;

    RecordFiles(OctapipeRecords records) {
        this.records = records;
    }

    void addTo(Routes routes) {
        routes.post("/databases/{database_uuid}/records/import", this::importRows)
                .get("/databases/{database_uuid}/records/export", this::export);
    }

    private VendorResponse importRows(RouteCall call) {
        ObjectNode database = owner(call);
        JsonNode mapping = mapping(IMPORT.form(call.request()));
        List<String> lines = Rules.file(call.request()).text().lines().toList();
        if (lines.isEmpty()) {
            throw new InvalidInputException("file", "The file is empty.");
        }
        List<String> columns = cells(lines.get(0))
                .map(header -> mapping.path(header).asString(header))
                .toList();
        ArrayNode errors = JsonNodeFactory.instance.arrayNode();
        for (int row = 1; row < lines.size(); row++) {
            String problem = importRow(database, columns, cells(lines.get(row)).toList());
            if (!problem.isEmpty()) {
                errors.addObject().put("row", row).put("message", problem);
            }
        }
        ObjectNode answer = JsonNodeFactory.instance
                .objectNode()
                .put("imported", lines.size() - 1 - errors.size())
                .put("failed", errors.size());
        answer.set("errors", errors);
        return Answers.record(answer);
    }

    /** Stores one row; what is wrong with it, or an empty text. */
    private String importRow(ObjectNode database, List<String> columns, List<String> cells) {
        int name = columns.indexOf("name");
        if (name < 0 || name >= cells.size() || cells.get(name).isEmpty()) {
            return "The name field is required.";
        }
        ObjectNode values = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < Math.min(columns.size(), cells.size()); i++) {
            if (i != name) {
                values.put(columns.get(i), cells.get(i));
            }
        }
        Problems problems = new Problems();
        CustomFields.check(database, values, "row", problems);
        try {
            problems.refuse();
        } catch (InvalidInputException e) {
            return e.errors().toString();
        }
        Databases.add(records, database, cells.get(name), values);
        return "";
    }

    private static JsonNode mapping(ObjectNode fields) {
        try {
            JsonNode mapping = JSON.readTree(fields.path("mapping").asString("{}"));
            if (mapping.isObject() && mapping.valueStream().allMatch(JsonNode::isString)) {
                return mapping;
            }
        } catch (JacksonException e) {
            throw new InvalidInputException("mapping", "The mapping must be valid JSON.");
        }
        throw new InvalidInputException("mapping", "The mapping must be an object of strings.");
    }

    private VendorResponse export(RouteCall call) {
        ObjectNode database = owner(call);
        ObjectNode query = EXPORT.query(call.request());
        if (query.path("format").asString("csv").equals("xlsx")) {
            return Answers.record(JsonNodeFactory.instance
                    .objectNode()
                    .put("url", "https://files.octapipe.example/exports/" + OctapipeRecords.uuid(database) + ".xlsx"));
        }
        List<String> keys = database.path("custom_fields")
                .valueStream()
                .map(field -> field.path("key").asString(""))
                .toList();
        String header = "uuid,name," + String.join(",", keys) + "\n";
        String csv = records.recordsOf(database).all().stream()
                .map(stored -> row(stored, keys))
                .collect(Collectors.joining("", header, ""));
        return VendorResponse.bytes(200, "text/csv; charset=utf-8", csv.getBytes(StandardCharsets.UTF_8))
                .header("Content-Disposition", "attachment; filename=\"records.csv\"");
    }

    private static String row(ObjectNode stored, List<String> keys) {
        Stream<JsonNode> own = Stream.of(stored.path("uuid"), stored.path("name"));
        Stream<JsonNode> values = keys.stream().map(stored.path("custom_fields_values")::path);
        return Stream.concat(own, values)
                .map(value -> value.isContainer() ? "" : value.asString(""))
                .collect(Collectors.joining(",", "", "\n"));
    }

    private static Stream<String> cells(String line) {
        return Stream.of(line.split(",", -1)).map(String::strip);
    }

    private ObjectNode owner(RouteCall call) {
        return OctapipeRecords.named(records.databases(), "Database", call.variable("database_uuid"));
    }
}
