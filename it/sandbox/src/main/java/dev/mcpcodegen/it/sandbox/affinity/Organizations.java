package dev.mcpcodegen.it.sandbox.affinity;

import dev.mcpcodegen.it.sandbox.vendor.RefusedException;
import dev.mcpcodegen.it.sandbox.vendor.RouteCall;
import dev.mcpcodegen.it.sandbox.vendor.Routes;
import dev.mcpcodegen.it.sandbox.vendor.Shape;
import dev.mcpcodegen.it.sandbox.vendor.ValueType;
import dev.mcpcodegen.it.sandbox.vendor.VendorResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Companies: the firm's own records and those of the vendor's global data set, which cannot be renamed or deleted. */
final class Organizations {

    private static final Shape CREATE = Shape.empty()
            .required("name", ValueType.TEXT)
            .optional("domain", ValueType.TEXT)
            .optional("person_ids", ValueType.INTEGERS);
    private static final Shape UPDATE = Shape.empty()
            .optional("name", ValueType.TEXT)
            .optional("domain", ValueType.TEXT)
            .optional("person_ids", ValueType.INTEGERS);
    private static final Shape SINGLE = EntityViews.flags(Shape.empty());
    private static final Shape SEARCH = Paging.parameters(
            ActivityDates.bounds(EntityViews.flags(Shape.empty().optional("term", ValueType.TEXT))));

    private final AffinityRecords records;
    private final EntityViews views;

    Organizations(AffinityRecords records) {
        this.records = records;
        this.views = new EntityViews(records);
    }

    void addTo(Routes routes) {
        routes.get("/organizations", this::search)
                .post("/organizations", this::create)
                .get("/organizations/{id}", this::get)
                .put("/organizations/{id}", this::update)
                .delete("/organizations/{id}", this::delete);
    }

    private VendorResponse search(RouteCall call) {
        ObjectNode query = call.query(SEARCH);
        String term = query.path("term").asString("").toLowerCase(Locale.ROOT);
        List<ObjectNode> found = views.found(
                EntityKind.ORGANIZATION,
                records.organizations().where(organization -> matches(organization, term)),
                query);
        return Answers.page("organizations", Paging.cut(found, call.request(), query, Paging.MAX_PAGE_SIZE));
    }

    private static boolean matches(ObjectNode organization, String term) {
        return organization.path("name").asString("").toLowerCase(Locale.ROOT).contains(term)
                || organization
                        .path("domains")
                        .valueStream()
                        .anyMatch(domain -> domain.asString("").contains(term));
    }

    private VendorResponse create(RouteCall call) {
        ObjectNode input = call.body(CREATE);
        records.requireAll(EntityKind.PERSON, Ids.in(input, "person_ids"));
        ObjectNode values = JsonNodeFactory.instance
                .objectNode()
                .put("name", input.path("name").asString(""))
                .put("global", false);
        setDomain(values, input.path("domain"));
        ObjectNode organization = records.organizations().create(values);
        link(Ids.of(organization), Ids.in(input, "person_ids"));
        return Answers.record(views.linked(EntityKind.ORGANIZATION, organization));
    }

    private VendorResponse get(RouteCall call) {
        ObjectNode organization = records.named(records.organizations(), "organization", call);
        return Answers.record(views.single(EntityKind.ORGANIZATION, organization, call.query(SINGLE)));
    }

    private VendorResponse update(RouteCall call) {
        ObjectNode organization = records.named(records.organizations(), "organization", call);
        ObjectNode input = call.body(UPDATE);
        if (input.has("name") || input.has("domain")) {
            requireOwn(organization, "The name and domain of a global organization cannot be changed.");
        }
        records.requireAll(EntityKind.PERSON, Ids.in(input, "person_ids"));
        if (input.hasNonNull("name")) {
            organization.set("name", input.get("name"));
        }
        if (input.has("domain")) {
            setDomain(organization, input.path("domain"));
        }
        if (input.has("person_ids")) {
            link(Ids.of(organization), Ids.in(input, "person_ids"));
        }
        return Answers.record(views.linked(EntityKind.ORGANIZATION, organization));
    }

    private VendorResponse delete(RouteCall call) {
        ObjectNode organization = records.named(records.organizations(), "organization", call);
        requireOwn(organization, "A global organization cannot be deleted.");
        link(Ids.of(organization), List.of());
        records.removeDependents(EntityKind.ORGANIZATION, Ids.of(organization));
        records.organizations().remove(organization);
        return Answers.success();
    }

    private static void requireOwn(ObjectNode organization, String message) {
        if (organization.path("global").asBoolean(false)) {
            throw new RefusedException(422, message);
        }
    }

    /** Makes these persons, and no others, the members of an organization. */
    private void link(long organization, List<Long> members) {
        for (ObjectNode person : records.persons().all()) {
            List<Long> linked = new ArrayList<>(Ids.in(person, "organization_ids"));
            linked.remove(organization);
            if (members.contains(Ids.of(person))) {
                linked.add(organization);
            }
            person.set("organization_ids", Ids.node(linked));
        }
    }

    static void setDomain(ObjectNode organization, JsonNode domain) {
        organization.put("domain", domain.asString(null));
        ArrayNode domains = organization.putArray("domains");
        if (domain.isString()) {
            domains.add(domain.stringValue());
        }
    }
}
