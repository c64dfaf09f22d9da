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

/** The rows of a list. */
final class ListEntries {

    private static final Shape CREATE =
            Shape.empty().required("entity_id", ValueType.INTEGER).optional("creator_id", ValueType.INTEGER);
    private static final Shape SEARCH = Paging.parameters(Shape.empty());

    private final AffinityRecords records;
    private final EntityViews views;

    ListEntries(AffinityRecords records) {
        this.records = records;
        this.views = new EntityViews(records);
    }

    void addTo(Routes routes) {
        routes.get("/lists/{list_id}/list-entries", this::all)
                .post("/lists/{list_id}/list-entries", this::create)
                .get("/lists/{list_id}/list-entries/{id}", this::get)
                .delete("/lists/{list_id}/list-entries/{id}", this::delete);
    }

    private VendorResponse all(RouteCall call) {
        ObjectNode list = records.named(records.lists(), "list", call, "list_id");
        ObjectNode query = call.query(SEARCH);
        List<ObjectNode> rows = records.listEntries()
                .where(row -> row.path("list_id").asLong(0) == Ids.of(list))
                .map(this::view)
                .toList();
        // Without a page size the vendor answers the whole list, and without an envelope.
        return Paging.isAsked(query)
                ? Answers.page("list_entries", Paging.cut(rows, call.request(), query, Paging.MAX_PAGE_SIZE))
                : Answers.array(rows);
    }

    private VendorResponse create(RouteCall call) {
        ObjectNode list = records.named(records.lists(), "list", call, "list_id");
        ObjectNode input = call.body(CREATE);
        EntityKind kind = EntityKind.of(list.path("type").asInt(0));
        if (kind == EntityKind.OPPORTUNITY) {
            throw new RefusedException(422, "Opportunities are added to a list by creating them.");
        }
        long entity = input.path("entity_id").asLong(0);
        records.requireAll(kind, List.of(entity));
        long creator = input.path("creator_id").asLong(AffinityRecords.KEY_OWNER);
        records.requireInternal("creator_id", creator);
        return Answers.record(view(create(records, list, kind, entity, creator, records.now())));
    }

    static ObjectNode create(
            AffinityRecords records, ObjectNode list, EntityKind kind, long entity, long creator, String createdAt) {
        return records.listEntries()
                .create(JsonNodeFactory.instance
                        .objectNode()
                        .put("list_id", Ids.of(list))
                        .put("creator_id", creator)
                        .put("entity_id", entity)
                        .put("entity_type", kind.code())
                        .put("created_at", createdAt));
    }

    private VendorResponse get(RouteCall call) {
        return Answers.record(view(named(call)));
    }

    private VendorResponse delete(RouteCall call) {
        ObjectNode row = named(call);
        records.fieldValues().removeIf(value -> value.path("list_entry_id").asLong(0) == Ids.of(row));
        records.listEntries().remove(row);
        if (row.path("entity_type").asInt(-1) == EntityKind.OPPORTUNITY.code()) {
            records.opportunities()
                    .find(row.path("entity_id").asLong(0))
                    .ifPresent(opportunity -> Opportunities.remove(records, opportunity));
        }
        return Answers.success();
    }

    private ObjectNode named(RouteCall call) {
        ObjectNode list = records.named(records.lists(), "list", call, "list_id");
        ObjectNode row = records.named(records.listEntries(), "list entry", call);
        if (row.path("list_id").asLong(0) != Ids.of(list)) {
            throw new RefusedException(404, "The list entry does not exist.");
        }
        return row;
    }

    private ObjectNode view(ObjectNode row) {
        ObjectNode view = row.deepCopy();
        EntityKind kind = EntityKind.of(row.path("entity_type").asInt(0));
        records.entities(kind)
                .find(row.path("entity_id").asLong(0))
                .ifPresent(entity -> view.set("entity", views.summary(kind, entity)));
        return view;
    }
}
