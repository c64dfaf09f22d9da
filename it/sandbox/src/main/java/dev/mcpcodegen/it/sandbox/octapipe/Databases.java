package dev.mcpcodegen.it.sandbox.octapipe;

import dev.mcpcodegen.it.sandbox.vendor.RouteCall;
import dev.mcpcodegen.it.sandbox.vendor.Routes;
import dev.mcpcodegen.it.sandbox.vendor.VendorResponse;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Databases and their records, one by one. */
final class Databases {

    private static final Rules LIST = Pages.parameters(Rules.none());
    private static final Rules RECORD =
            Rules.none().required("name", InputKind.TEXT).required("custom_fields_values", InputKind.MAP);

    private final OctapipeRecords records;

    Databases(OctapipeRecords records) {
        this.records = records;
    }

    void addTo(Routes routes) {
        routes.get("/databases", this::list)
                .get("/databases/{id}", this::get)
                .get("/databases/{database_uuid}/records", this::listRecords)
                .post("/databases/{database_uuid}/records", this::create)
                .get("/databases/{database_uuid}/records/{id}", this::getRecord)
                .put("/databases/{database_uuid}/records/{id}", this::update)
                .delete("/databases/{database_uuid}/records/{id}", this::delete);
    }

    private VendorResponse list(RouteCall call) {
        return Answers.list(Pages.cut(records.databases().all(), LIST.query(call.request())));
    }

    private VendorResponse get(RouteCall call) {
        return Answers.record(OctapipeRecords.named(records.databases(), "Database", call.variable("id")));
    }

    private VendorResponse listRecords(RouteCall call) {
        ObjectNode query = LIST.query(call.request());
        return Answers.list(Pages.cut(records.recordsOf(owner(call)).all(), query));
    }

    private VendorResponse create(RouteCall call) {
        ObjectNode database = owner(call);
        ObjectNode input = checked(database, call);
        return Answers.created(add(records, database, input.path("name").asString(""), values(input)));
    }

    /** Stores a new record with the properties that the vendor adds. */
    static ObjectNode add(OctapipeRecords records, ObjectNode database, String name, ObjectNode values) {
        ObjectNode made = JsonNodeFactory.instance.objectNode().put("name", name);
        made.set("custom_fields_values", values);
        made.set("database_uuid", database.path("uuid"));
        made.set("database_name", database.path("name"));
        made.set("creator_user", records.self());
        made.set("owner_user", records.self());
        return records.recordsOf(database).create(records.stamped(made));
    }

    private VendorResponse getRecord(RouteCall call) {
        return Answers.record(record(call));
    }

    private VendorResponse update(RouteCall call) {
        ObjectNode stored = record(call);
        ObjectNode input = checked(owner(call), call);
        stored.set("name", input.path("name"));
        stored.set("custom_fields_values", values(input));
        records.touch(stored);
        return Answers.record(stored);
    }

    private VendorResponse delete(RouteCall call) {
        records.recordsOf(owner(call)).remove(record(call));
        return Answers.deleted();
    }

    private static ObjectNode checked(ObjectNode database, RouteCall call) {
        ObjectNode input = RECORD.body(call.request());
        Problems problems = new Problems();
        CustomFields.check(database, input.path("custom_fields_values"), "custom_fields_values", problems);
        CustomFields.checkComplete(database, input.path("custom_fields_values"), "custom_fields_values", problems);
        problems.refuse();
        return input;
    }

    private static ObjectNode values(ObjectNode input) {
        return input.path("custom_fields_values") instanceof ObjectNode values
                ? values.deepCopy()
                : JsonNodeFactory.instance.objectNode();
    }

    private ObjectNode owner(RouteCall call) {
        return OctapipeRecords.named(records.databases(), "Database", call.variable("database_uuid"));
    }

    private ObjectNode record(RouteCall call) {
        return OctapipeRecords.named(records.recordsOf(owner(call)), "Record", call.variable("id"));
    }
}
