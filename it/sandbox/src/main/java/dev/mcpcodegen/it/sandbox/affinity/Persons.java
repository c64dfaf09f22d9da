package dev.mcpcodegen.it.sandbox.affinity;

import dev.mcpcodegen.it.sandbox.vendor.RefusedException;
import dev.mcpcodegen.it.sandbox.vendor.RouteCall;
import dev.mcpcodegen.it.sandbox.vendor.Routes;
import dev.mcpcodegen.it.sandbox.vendor.Shape;
import dev.mcpcodegen.it.sandbox.vendor.ValueType;
import dev.mcpcodegen.it.sandbox.vendor.VendorResponse;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** People, inside and outside the firm. */
final class Persons {

    private static final Shape CREATE = Shape.empty()
            .required("first_name", ValueType.TEXT)
            .required("last_name", ValueType.TEXT)
            .required("emails", ValueType.TEXTS)
            .optional("organization_ids", ValueType.INTEGERS);
    private static final Shape UPDATE = Shape.empty()
            .optional("first_name", ValueType.TEXT)
            .optional("last_name", ValueType.TEXT)
            .optional("emails", ValueType.TEXTS)
            .optional("organization_ids", ValueType.INTEGERS);
    private static final Shape SINGLE = EntityViews.flags(Shape.empty());
    private static final Shape SEARCH = Paging.parameters(
            ActivityDates.bounds(EntityViews.flags(Shape.empty().optional("term", ValueType.TEXT))));

    private final AffinityRecords records;
    private final EntityViews views;

    Persons(AffinityRecords records) {
        this.records = records;
        this.views = new EntityViews(records);
    }

    void addTo(Routes routes) {
        routes.get("/persons", this::search)
                .post("/persons", this::create)
                .get("/persons/{id}", this::get)
                .put("/persons/{id}", this::update)
                .delete("/persons/{id}", this::delete);
    }

    private VendorResponse search(RouteCall call) {
        ObjectNode query = call.query(SEARCH);
        String term = query.path("term").asString("").toLowerCase(Locale.ROOT);
        List<ObjectNode> found =
                views.found(EntityKind.PERSON, records.persons().where(person -> matches(person, term)), query);
        return Answers.page("persons", Paging.cut(found, call.request(), query, Paging.MAX_PAGE_SIZE));
    }

    private static boolean matches(ObjectNode person, String term) {
        String name = person.path("first_name").asString("") + " "
                + person.path("last_name").asString("");
        return name.toLowerCase(Locale.ROOT).contains(term)
                || person.path("emails")
                        .valueStream()
                        .anyMatch(email -> normalized(email).contains(term));
    }

    private VendorResponse create(RouteCall call) {
        ObjectNode input = call.body(CREATE);
        requireFree(input.path("emails"), 0);
        records.requireAll(EntityKind.ORGANIZATION, Ids.in(input, "organization_ids"));
        ObjectNode values = JsonNodeFactory.instance.objectNode().put("type", 0);
        values.setAll(input);
        values.set("organization_ids", Ids.node(Ids.in(input, "organization_ids")));
        return Answers.record(views.linked(
                EntityKind.PERSON, withPrimaryEmail(records.persons().create(values))));
    }

    private VendorResponse get(RouteCall call) {
        ObjectNode person = records.named(records.persons(), "person", call);
        return Answers.record(views.single(EntityKind.PERSON, person, call.query(SINGLE)));
    }

    private VendorResponse update(RouteCall call) {
        ObjectNode person = records.named(records.persons(), "person", call);
        ObjectNode input = call.body(UPDATE);
        requireFree(input.path("emails"), Ids.of(person));
        records.requireAll(EntityKind.ORGANIZATION, Ids.in(input, "organization_ids"));
        person.setAll(input);
        return Answers.record(views.linked(EntityKind.PERSON, withPrimaryEmail(person)));
    }

    private VendorResponse delete(RouteCall call) {
        ObjectNode person = records.named(records.persons(), "person", call);
        records.removeDependents(EntityKind.PERSON, Ids.of(person));
        records.persons().remove(person);
        return Answers.success();
    }

    private void requireFree(JsonNode emails, long ownId) {
        List<String> wanted = emails.valueStream().map(Persons::normalized).toList();
        List<String> taken = records.persons()
                .where(person -> Ids.of(person) != ownId)
                .flatMap(person -> person.path("emails").valueStream())
                .filter(email -> wanted.contains(normalized(email)))
                .map(email -> email.stringValue() + " already belongs to another person.")
                .toList();
        if (!taken.isEmpty()) {
            throw new RefusedException(422, taken);
        }
    }

    static ObjectNode withPrimaryEmail(ObjectNode person) {
        person.put("primary_email", person.path("emails").path(0).asString(null));
        return person;
    }

    private static String normalized(JsonNode email) {
        return email.asString("").toLowerCase(Locale.ROOT);
    }
}
