package dev.mcpcodegen.it.sandbox.affinity;

import dev.mcpcodegen.it.sandbox.vendor.RouteCall;
import dev.mcpcodegen.it.sandbox.vendor.Routes;
import dev.mcpcodegen.it.sandbox.vendor.Shape;
import dev.mcpcodegen.it.sandbox.vendor.ValueType;
import dev.mcpcodegen.it.sandbox.vendor.VendorResponse;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Lists of persons, organizations or opportunities. This version of the API neither changes nor deletes them. */
final class Lists {

    private static final Shape CREATE = Shape.empty()
            .required("name", ValueType.TEXT)
            .required("type", ValueType.INTEGER, 0, 1, 8)
            .required("is_public", ValueType.BOOLEAN)
            .optional("owner_id", ValueType.INTEGER)
            .optional("additional_permissions", ValueType.OBJECTS);
    private static final Shape PERMISSION = Shape.empty()
            .required("internal_person_id", ValueType.INTEGER)
            .required("role_id", ValueType.INTEGER, 0, 1, 2);

    private final AffinityRecords records;

    Lists(AffinityRecords records) {
        this.records = records;
    }

    void addTo(Routes routes) {
        routes.get("/lists", this::all).post("/lists", this::create).get("/lists/{id}", this::get);
    }

    private VendorResponse all(RouteCall call) {
        return Answers.array(records.lists().all().stream().map(this::view).toList());
    }

    private VendorResponse create(RouteCall call) {
        ObjectNode input = call.body(CREATE);
        long owner = input.path("owner_id").asLong(AffinityRecords.KEY_OWNER);
        records.requireInternal("owner_id", owner);
        ArrayNode permissions = JsonNodeFactory.instance.arrayNode();
        input.path("additional_permissions").forEach(permission -> {
            ObjectNode checked = PERMISSION.checkJson(permission);
            records.requireInternal(
                    "internal_person_id", checked.path("internal_person_id").asLong(0));
            permissions.add(checked);
        });
        ObjectNode list = create(
                records,
                input.path("type").asInt(0),
                input.path("name").asString(""),
                input.path("is_public").asBoolean(false),
                owner);
        list.set("additional_permissions", permissions);
        return Answers.record(view(list));
    }

    static ObjectNode create(AffinityRecords records, int type, String name, boolean isPublic, long owner) {
        ObjectNode values = JsonNodeFactory.instance
                .objectNode()
                .put("type", type)
                .put("name", name)
                // Asked for as is_public, answered as public.
                .put("public", isPublic)
                .put("owner_id", owner)
                .put("creator_id", AffinityRecords.KEY_OWNER);
        values.putArray("additional_permissions");
        return records.lists().create(values);
    }

    private VendorResponse get(RouteCall call) {
        ObjectNode list = records.named(records.lists(), "list", call);
        ObjectNode view = view(list);
        ArrayNode fields = view.putArray("fields");
        records.fields()
                .where(field -> field.path("list_id").asLong(0) == Ids.of(list))
                .forEach(field -> fields.add(Fields.view(field)));
        return Answers.record(view);
    }

    private ObjectNode view(ObjectNode list) {
        long size = records.listEntries()
                .where(row -> row.path("list_id").asLong(0) == Ids.of(list))
                .count();
        return list.deepCopy().put("list_size", size);
    }
}
