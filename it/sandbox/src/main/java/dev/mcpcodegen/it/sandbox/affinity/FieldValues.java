package dev.mcpcodegen.it.sandbox.affinity;

import dev.mcpcodegen.it.sandbox.vendor.RefusedException;
import dev.mcpcodegen.it.sandbox.vendor.RouteCall;
import dev.mcpcodegen.it.sandbox.vendor.Routes;
import dev.mcpcodegen.it.sandbox.vendor.Shape;
import dev.mcpcodegen.it.sandbox.vendor.ValueType;
import dev.mcpcodegen.it.sandbox.vendor.VendorResponse;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Cells, and the history of those whose column tracks changes. */
final class FieldValues {

    private static final Shape CREATE = Shape.empty()
            .required("field_id", ValueType.INTEGER)
            .required("entity_id", ValueType.INTEGER)
            .required("value", ValueType.ANY)
            .optional("list_entry_id", ValueType.INTEGER);
    private static final Shape UPDATE = Shape.empty().required("value", ValueType.ANY);
    private static final Shape SEARCH = Shape.empty()
            .optional("person_id", ValueType.INTEGER)
            .optional("organization_id", ValueType.INTEGER)
            .optional("opportunity_id", ValueType.INTEGER)
            .optional("list_entry_id", ValueType.INTEGER);
    private static final Shape CHANGES =
            SEARCH.required("field_id", ValueType.INTEGER).optional("action_type", ValueType.INTEGER, 0, 1, 2);
    private static final int CREATED = 0;
    private static final int DELETED = 1;
    private static final int UPDATED = 2;

    private final AffinityRecords records;
    private final EntityViews views;

    FieldValues(AffinityRecords records) {
        this.records = records;
        this.views = new EntityViews(records);
    }

    void addTo(Routes routes) {
        routes.get("/field-values", this::search)
                .post("/field-values", this::create)
                .put("/field-values/{id}", this::update)
                .delete("/field-values/{id}", this::delete)
                .get("/field-value-changes", this::changes);
    }

    private VendorResponse search(RouteCall call) {
        ObjectNode query = call.query(SEARCH);
        if (query.size() != 1) {
            throw new RefusedException(
                    422, "Exactly one of person_id, organization_id, opportunity_id and list_entry_id must be given.");
        }
        return Answers.array(records.fieldValues()
                .where(value -> isOf(value, query))
                .map(ObjectNode::deepCopy)
                .toList());
    }

    /** Assumes, as the vendor's example does, that the column alone is enough. */
    private VendorResponse changes(RouteCall call) {
        ObjectNode query = call.query(CHANGES);
        return Answers.array(records.fieldValueChanges()
                .where(change -> change.path("field_id").asLong(0)
                        == query.path("field_id").asLong(0))
                .filter(change -> !query.has("action_type")
                        || change.path("action_type").asInt(-1)
                                == query.path("action_type").asInt(0))
                .filter(change -> isOf(change, query))
                .map(change -> {
                    ObjectNode view = change.deepCopy();
                    view.remove("entity_type");
                    return view;
                })
                .toList());
    }

    private static boolean isOf(ObjectNode stored, ObjectNode query) {
        boolean isOfEntities = List.of(EntityKind.values()).stream()
                .filter(kind -> query.has(kind.idName()))
                .allMatch(kind -> stored.path("entity_type").asInt(-1) == kind.code()
                        && stored.path("entity_id").asLong(0)
                                == query.path(kind.idName()).asLong(0));
        return isOfEntities
                && (!query.has("list_entry_id")
                        || stored.path("list_entry_id").asLong(-1)
                                == query.path("list_entry_id").asLong(0));
    }

    private VendorResponse create(RouteCall call) {
        ObjectNode input = call.body(CREATE);
        ObjectNode field = records.fields()
                .find(input.path("field_id").asLong(0))
                .orElseThrow(() -> new RefusedException(422, "There is no such field."));
        return Answers.record(create(field, input));
    }

    /** Stores a cell after the checks that the vendor makes. */
    ObjectNode create(ObjectNode field, ObjectNode input) {
        EntityKind kind = EntityKind.of(field.path("entity_type").asInt(0));
        long entity = input.path("entity_id").asLong(0);
        records.requireAll(kind, List.of(entity));
        JsonNode row = row(field, kind, entity, input);
        JsonNode value = CellValue.stored(field, input.path("value"));
        boolean isTaken = records.fieldValues()
                .where(other -> other.path("field_id").asLong(0) == Ids.of(field)
                        && other.path("entity_id").asLong(0) == entity
                        && other.path("list_entry_id").equals(row))
                .findAny()
                .isPresent();
        if (isTaken && !field.path("allows_multiple").asBoolean(false)) {
            throw new RefusedException(422, "The field holds one value and has one: change that.");
        }
        ObjectNode values = JsonNodeFactory.instance.objectNode().put("field_id", Ids.of(field));
        values.set("list_entry_id", row);
        values.put("entity_id", entity).put("entity_type", kind.code());
        values.set("value_type", field.get("value_type"));
        values.set("value", value);
        values.put("created_at", records.now()).putNull("updated_at");
        ObjectNode stored = records.fieldValues().create(values);
        track(field, stored, CREATED);
        return stored;
    }

    private JsonNode row(ObjectNode field, EntityKind kind, long entity, ObjectNode input) {
        if (!field.hasNonNull("list_id")) {
            if (input.hasNonNull("list_entry_id")) {
                throw new RefusedException(422, "list_entry_id is only for fields of a list.");
            }
            return JsonNodeFactory.instance.nullNode();
        }
        return records.listEntries()
                .find(input.path("list_entry_id").asLong(0))
                .filter(row ->
                        row.path("list_id").asLong(0) == field.path("list_id").asLong(0)
                                && row.path("entity_type").asInt(-1) == kind.code()
                                && row.path("entity_id").asLong(0) == entity)
                .map(row -> row.path("id"))
                .orElseThrow(() -> new RefusedException(
                        422, "list_entry_id must name the entity's row in the list of the field."));
    }

    private VendorResponse update(RouteCall call) {
        ObjectNode stored = records.named(records.fieldValues(), "field value", call);
        ObjectNode field = field(stored);
        stored.set("value", CellValue.stored(field, call.body(UPDATE).path("value")));
        stored.put("updated_at", records.now());
        track(field, stored, UPDATED);
        return Answers.record(stored);
    }

    private VendorResponse delete(RouteCall call) {
        ObjectNode stored = records.named(records.fieldValues(), "field value", call);
        track(field(stored), stored, DELETED);
        records.fieldValues().remove(stored);
        return Answers.success();
    }

    private ObjectNode field(ObjectNode stored) {
        return records.fields().find(stored.path("field_id").asLong(0)).orElseThrow();
    }

    private void track(ObjectNode field, ObjectNode stored, int action) {
        if (!field.path("track_changes").asBoolean(false)) {
            return;
        }
        ObjectNode owner = records.requireInternal("The key owner", AffinityRecords.KEY_OWNER);
        ObjectNode change = JsonNodeFactory.instance.objectNode();
        for (String name : List.of("field_id", "entity_id", "entity_type", "list_entry_id")) {
            change.set(name, stored.get(name));
        }
        change.put("action_type", action);
        change.set("changer", views.summary(EntityKind.PERSON, owner));
        change.put("changed_at", records.now());
        change.set("value", stored.path("value").deepCopy());
        records.fieldValueChanges().create(change);
    }
}
