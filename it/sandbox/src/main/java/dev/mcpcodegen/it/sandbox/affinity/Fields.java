package dev.mcpcodegen.it.sandbox.affinity;

import dev.mcpcodegen.it.sandbox.vendor.RefusedException;
import dev.mcpcodegen.it.sandbox.vendor.RouteCall;
import dev.mcpcodegen.it.sandbox.vendor.Routes;
import dev.mcpcodegen.it.sandbox.vendor.Shape;
import dev.mcpcodegen.it.sandbox.vendor.ValueType;
import dev.mcpcodegen.it.sandbox.vendor.VendorResponse;
import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Columns: global ones of an entity kind, and those of one list. */
final class Fields {

    private static final int[] VALUE_TYPES = {0, 1, 2, 3, 4, 5, 6, 7};
    private static final Shape CREATE = Shape.empty()
            .required("name", ValueType.TEXT)
            .required("entity_type", ValueType.INTEGER, 0, 1, 8)
            .required("value_type", ValueType.INTEGER, VALUE_TYPES)
            .optional("list_id", ValueType.INTEGER)
            .optional("allows_multiple", ValueType.BOOLEAN)
            .optional("is_list_specific", ValueType.BOOLEAN)
            .optional("is_required", ValueType.BOOLEAN);
    private static final Shape SEARCH = Shape.empty()
            .optional("list_id", ValueType.INTEGER)
            .optional("value_type", ValueType.INTEGER, VALUE_TYPES)
            .optional("entity_type", ValueType.INTEGER, 0, 1, 8)
            .optional("with_modified_names", ValueType.BOOLEAN)
            .optional("exclude_dropdown_options", ValueType.BOOLEAN);

    private final AffinityRecords records;

    Fields(AffinityRecords records) {
        this.records = records;
    }

    void addTo(Routes routes) {
        routes.get("/fields", this::all)
                .post("/fields", this::create)
                .delete("/fields/{id}", this::delete)
                .get("/persons/fields", call -> global(EntityKind.PERSON))
                .get("/organizations/fields", call -> global(EntityKind.ORGANIZATION));
    }

    private VendorResponse all(RouteCall call) {
        ObjectNode query = call.query(SEARCH);
        return Answers.array(records.fields()
                .where(field -> List.of("list_id", "value_type", "entity_type").stream()
                        .allMatch(name -> !query.has(name)
                                || field.path(name).asLong(-1)
                                        == query.path(name).asLong(0)))
                .map(field -> view(field, query))
                .toList());
    }

    private VendorResponse global(EntityKind kind) {
        return Answers.array(records.fields()
                .where(field -> field.path("entity_type").asInt(-1) == kind.code() && !field.hasNonNull("list_id"))
                .map(Fields::view)
                .toList());
    }

    private VendorResponse create(RouteCall call) {
        ObjectNode input = call.body(CREATE);
        boolean isListSpecific = input.path("is_list_specific").asBoolean(false);
        if (isListSpecific && !input.hasNonNull("list_id")) {
            throw new RefusedException(422, "list_id is required when is_list_specific is true.");
        }
        ObjectNode values = JsonNodeFactory.instance
                .objectNode()
                .put("name", input.path("name").asString(""));
        values.set("entity_type", input.get("entity_type"));
        if (input.hasNonNull("list_id")) {
            requireList(
                    input.path("list_id").asLong(0), input.path("entity_type").asInt(0));
            values.set("list_id", input.get("list_id"));
        } else {
            values.putNull("list_id");
        }
        values.set("value_type", input.get("value_type"));
        values.put("allows_multiple", input.path("allows_multiple").asBoolean(false))
                .put("track_changes", true)
                .putNull("enrichment_source")
                .putArray("dropdown_options");
        return Answers.record(view(records.fields().create(values)));
    }

    private void requireList(long id, int entityType) {
        boolean isThere = records.lists()
                .find(id)
                .filter(list -> list.path("type").asInt(-1) == entityType)
                .isPresent();
        if (!isThere) {
            throw new RefusedException(422, "list_id must name a list of the same entity type.");
        }
    }

    private VendorResponse delete(RouteCall call) {
        ObjectNode field = records.named(records.fields(), "field", call);
        records.fieldValues().removeIf(value -> value.path("field_id").asLong(0) == Ids.of(field));
        records.fields().remove(field);
        return Answers.success();
    }

    private ObjectNode view(ObjectNode field, ObjectNode query) {
        ObjectNode view = view(field);
        if (query.path("exclude_dropdown_options").asBoolean(false)) {
            view.remove("dropdown_options");
        }
        if (query.path("with_modified_names").asBoolean(false)) {
            records.lists()
                    .find(field.path("list_id").asLong(0))
                    .ifPresent(list -> view.put(
                            "name",
                            "[" + list.path("name").asString("") + "] "
                                    + field.path("name").asString("")));
        }
        return view;
    }

    /** Returns the form in answers, which does not tell the entity type. */
    static ObjectNode view(ObjectNode field) {
        ObjectNode view = field.deepCopy();
        view.remove("entity_type");
        return view;
    }
}
