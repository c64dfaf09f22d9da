package dev.mcpcodegen.it.sandbox.affinity;

import dev.mcpcodegen.it.sandbox.vendor.RefusedException;
import dev.mcpcodegen.it.sandbox.vendor.RouteCall;
import dev.mcpcodegen.it.sandbox.vendor.Routes;
import dev.mcpcodegen.it.sandbox.vendor.Shape;
import dev.mcpcodegen.it.sandbox.vendor.ValueType;
import dev.mcpcodegen.it.sandbox.vendor.VendorResponse;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Deals. Each is one row of one list of opportunities, and goes when that row goes. */
final class Opportunities {

    private static final Shape UPDATE = Shape.empty()
            .optional("name", ValueType.TEXT)
            .optional("person_ids", ValueType.INTEGERS)
            .optional("organization_ids", ValueType.INTEGERS);
    private static final Shape CREATE = Shape.empty()
            .required("name", ValueType.TEXT)
            .required("list_id", ValueType.INTEGER)
            .optional("person_ids", ValueType.INTEGERS)
            .optional("organization_ids", ValueType.INTEGERS);
    private static final Shape SEARCH = Paging.parameters(Shape.empty().optional("term", ValueType.TEXT));

    private final AffinityRecords records;
    private final EntityViews views;

    Opportunities(AffinityRecords records) {
        this.records = records;
        this.views = new EntityViews(records);
    }

    void addTo(Routes routes) {
        routes.get("/opportunities", this::search)
                .post("/opportunities", this::create)
                .get("/opportunities/{id}", this::get)
                .put("/opportunities/{id}", this::update)
                .delete("/opportunities/{id}", this::delete);
    }

    private VendorResponse search(RouteCall call) {
        ObjectNode query = call.query(SEARCH);
        String term = query.path("term").asString("").toLowerCase(Locale.ROOT);
        List<ObjectNode> found = records.opportunities()
                .where(opportunity -> opportunity
                        .path("name")
                        .asString("")
                        .toLowerCase(Locale.ROOT)
                        .contains(term))
                .map(opportunity -> views.linked(EntityKind.OPPORTUNITY, opportunity))
                .toList();
        return Answers.page("opportunities", Paging.cut(found, call.request(), query, Paging.MAX_PAGE_SIZE));
    }

    private VendorResponse create(RouteCall call) {
        ObjectNode input = call.body(CREATE);
        ObjectNode list = records.lists()
                .find(input.path("list_id").asLong(0))
                .filter(found -> found.path("type").asInt(0) == EntityKind.OPPORTUNITY.code())
                .orElseThrow(() -> new RefusedException(422, "list_id must name a list of opportunities (type 8)."));
        requireLinks(input);
        ObjectNode opportunity = create(
                records,
                list,
                input.path("name").asString(""),
                Ids.in(input, "person_ids"),
                Ids.in(input, "organization_ids"));
        return Answers.record(views.linked(EntityKind.OPPORTUNITY, opportunity));
    }

    static ObjectNode create(
            AffinityRecords records, ObjectNode list, String name, List<Long> persons, List<Long> organizations) {
        ObjectNode values = JsonNodeFactory.instance.objectNode().put("name", name);
        values.set("person_ids", Ids.node(persons));
        values.set("organization_ids", Ids.node(organizations));
        ObjectNode opportunity = records.opportunities().create(values);
        ListEntries.create(
                records, list, EntityKind.OPPORTUNITY, Ids.of(opportunity), AffinityRecords.KEY_OWNER, records.now());
        return opportunity;
    }

    private VendorResponse get(RouteCall call) {
        ObjectNode opportunity = records.named(records.opportunities(), "opportunity", call);
        return Answers.record(views.linked(EntityKind.OPPORTUNITY, opportunity));
    }

    private VendorResponse update(RouteCall call) {
        ObjectNode opportunity = records.named(records.opportunities(), "opportunity", call);
        ObjectNode input = call.body(UPDATE);
        requireLinks(input);
        opportunity.setAll(input);
        return Answers.record(views.linked(EntityKind.OPPORTUNITY, opportunity));
    }

    private VendorResponse delete(RouteCall call) {
        remove(records, records.named(records.opportunities(), "opportunity", call));
        return Answers.success();
    }

    static void remove(AffinityRecords records, ObjectNode opportunity) {
        records.removeDependents(EntityKind.OPPORTUNITY, Ids.of(opportunity));
        records.opportunities().remove(opportunity);
    }

    private void requireLinks(ObjectNode input) {
        records.requireAll(EntityKind.PERSON, Ids.in(input, "person_ids"));
        records.requireAll(EntityKind.ORGANIZATION, Ids.in(input, "organization_ids"));
    }
}
