package dev.mcpcodegen.it.sandbox.attio;

import dev.mcpcodegen.it.sandbox.vendor.RouteCall;
import dev.mcpcodegen.it.sandbox.vendor.Routes;
import dev.mcpcodegen.it.sandbox.vendor.VendorResponse;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The records of objects. */
final class Records {

    private static final Fields VALUES = Fields.none().required(Fields.Kind.OBJECT, "values");
    private static final Fields MATCH = Fields.none().required(Fields.Kind.TEXT, "matching_attribute");
    private static final Fields HISTORY =
            Fields.none().optional(Fields.Kind.BOOLEAN, "show_historic").paged();
    private static final int MAX_ENTRIES = 1000;

    private final Workspace workspace;
    private final ValueWriter writer;
    private final Queries queries;

    Records(Workspace workspace) {
        this.workspace = workspace;
        this.writer = new ValueWriter(workspace);
        this.queries = new Queries(workspace);
    }

    void addTo(Routes routes) {
        String one = "/v2/objects/{object}/records/{record_id}";
        routes.post("/v2/objects/{object}/records", this::create)
                .put("/v2/objects/{object}/records", this::assertRecord)
                .post("/v2/objects/{object}/records/query", this::query)
                .get(one, this::get)
                .patch(one, call -> update(call, ValueWriter.Mode.APPEND))
                .put(one, call -> update(call, ValueWriter.Mode.OVERWRITE))
                .delete(one, this::delete)
                .get(one + "/attributes/{attribute}/values", this::values)
                .get(one + "/entries", this::entries);
    }

    private VendorResponse query(RouteCall call) {
        return queries.answer(call, workspace.requireObject(call.variable("object")), Records::view);
    }

    private VendorResponse create(RouteCall call) {
        Owner object = workspace.requireObject(call.variable("object"));
        return Answers.data(view(create(object, VALUES.data(call).path("values"))));
    }

    private Holder create(Owner object, JsonNode values) {
        Holder record = new Holder(object, workspace.newId(), workspace.now(), null);
        writer.create(record, values);
        object.holders().add(record);
        return record;
    }

    private VendorResponse assertRecord(RouteCall call) {
        Owner object = workspace.requireObject(call.variable("object"));
        String slug = MATCH.query(call).path("matching_attribute").asString("");
        ObjectNode values = (ObjectNode) VALUES.dataBeside(call).path("values");
        Attribute matching = object.requireAttribute(slug);
        if (!matching.is("is_unique")) {
            throw AttioException.form("The matching attribute \"" + slug + "\" is not unique.");
        }
        List<Holder> found = matches(object, matching, values);
        if (found.size() > 1) {
            throw AttioException.invalid(
                    "multiple_match_results", "Several records have a value of \"" + slug + "\" that was sent.");
        }
        if (found.isEmpty()) {
            return Answers.data(view(create(object, values)));
        }
        writer.assertOn(found.get(0), values, matching);
        return Answers.data(view(found.get(0)));
    }

    private List<Holder> matches(Owner object, Attribute matching, ObjectNode values) {
        JsonNode given = values.path(values.has(matching.slug()) ? matching.slug() : matching.id());
        if (given.isMissingNode() || given.isNull() || (given.isArray() && given.isEmpty())) {
            throw AttioException.invalid(
                    "missing_value", "\"values\" has no value for the matching attribute \"" + matching.slug() + "\".");
        }
        List<ObjectNode> wanted = writer.read(matching, given);
        return object.holders().stream()
                .filter(record -> record.active(matching).stream()
                        .anyMatch(value -> wanted.stream().anyMatch(each -> MainValue.areEqual(each, value))))
                .toList();
    }

    private VendorResponse get(RouteCall call) {
        Fields.noQuery(call);
        return Answers.data(view(record(call)));
    }

    private VendorResponse update(RouteCall call, ValueWriter.Mode mode) {
        Holder record = record(call);
        writer.update(record, VALUES.data(call).path("values"), mode);
        return Answers.data(view(record));
    }

    private VendorResponse delete(RouteCall call) {
        Fields.noQuery(call);
        Holder record = record(call);
        record.owner().holders().remove(record);
        workspace.lists().forEach(list -> list.holders().removeIf(entry -> entry.parent() == record));
        return Answers.nothing();
    }

    private VendorResponse values(RouteCall call) {
        return values(record(call), call);
    }

    private VendorResponse entries(RouteCall call) {
        ObjectNode query = Fields.none().paged().query(call, MAX_ENTRIES);
        List<ObjectNode> references = workspace
                .entriesOf(record(call))
                .map(entry -> JsonNodeFactory.instance
                        .objectNode()
                        .put("list_id", entry.owner().id())
                        .put("list_api_slug", entry.owner().slug())
                        .put("entry_id", entry.id())
                        .put("created_at", entry.createdAt()))
                .toList();
        return Answers.page(references, query, 100);
    }

    private Holder record(RouteCall call) {
        return workspace.requireRecord(call.variable("object"), call.variable("record_id"));
    }

    /** The values of one attribute of a record or entry, with or without what is past. */
    static VendorResponse values(Holder holder, RouteCall call) {
        ObjectNode query = HISTORY.query(call, 500);
        Attribute attribute = holder.owner().requireAttribute(call.variable("attribute"));
        List<ObjectNode> values =
                query.path("show_historic").asBoolean(false) ? holder.history(attribute) : holder.active(attribute);
        return Answers.page(values, query, 500);
    }

    static ObjectNode view(Holder record) {
        ObjectNode view = JsonNodeFactory.instance.objectNode();
        view.set("id", Workspace.id("object_id", record.owner().id()).put("record_id", record.id()));
        view.put("created_at", record.createdAt())
                .put("web_url", "https://app.attio.example/" + record.owner().slug() + "/" + record.id());
        view.set("values", record.view());
        return view;
    }
}
