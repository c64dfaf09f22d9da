package dev.mcpcodegen.it.sandbox.octapipe;

import dev.mcpcodegen.it.sandbox.vendor.RouteCall;
import dev.mcpcodegen.it.sandbox.vendor.Routes;
import dev.mcpcodegen.it.sandbox.vendor.VendorResponse;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Changes and deletions of all records that match. That they exist is published; routes and answers are assumed. */
final class BulkRecords {

    private static final Rules UPDATE =
            Rules.none().required("filters", InputKind.ARRAY).required("values", InputKind.MAP);
    private static final Rules DELETE = Rules.none().required("filters", InputKind.ARRAY);

    private final OctapipeRecords records;

    BulkRecords(OctapipeRecords records) {
        this.records = records;
    }

    void addTo(Routes routes) {
        routes.put("/databases/{database_uuid}/records/bulk", this::update)
                .delete("/databases/{database_uuid}/records/bulk", this::delete);
    }

    private VendorResponse update(RouteCall call) {
        ObjectNode database = owner(call);
        ObjectNode input = UPDATE.body(call.request());
        JsonNode values = input.path("values");
        Problems problems = new Problems();
        if (values.isEmpty()) {
            problems.add("values", "The values field is required.");
        }
        CustomFields.check(database, values, "values", problems);
        problems.refuse();
        List<ObjectNode> matches = matches(database, input);
        matches.forEach(stored -> {
            ((ObjectNode) stored.path("custom_fields_values")).setAll((ObjectNode) values.deepCopy());
            records.touch(stored);
        });
        return Answers.record(JsonNodeFactory.instance.objectNode().put("updated", matches.size()));
    }

    private VendorResponse delete(RouteCall call) {
        ObjectNode database = owner(call);
        List<ObjectNode> matches = matches(database, DELETE.body(call.request()));
        Table table = records.recordsOf(database);
        matches.forEach(table::remove);
        return Answers.record(JsonNodeFactory.instance.objectNode().put("deleted", matches.size()));
    }

    private List<ObjectNode> matches(ObjectNode database, ObjectNode input) {
        return records.recordsOf(database).all().stream()
                .filter(RecordFilter.of(database, input.path("filters")))
                .toList();
    }

    private ObjectNode owner(RouteCall call) {
        return OctapipeRecords.named(records.databases(), "Database", call.variable("database_uuid"));
    }
}
