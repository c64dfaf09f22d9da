package dev.mcpcodegen.it.sandbox.affinity;

import dev.mcpcodegen.it.sandbox.vendor.Shape;
import dev.mcpcodegen.it.sandbox.vendor.ValueType;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** How persons, organizations and opportunities look in answers, with the extras that a query asks for. */
final class EntityViews {

    private static final String DATES = "with_interaction_dates";
    private static final String DATE_PERSONS = "with_interaction_persons";
    private static final String OPPORTUNITIES = "with_opportunities";
    private static final String CURRENT_ORGANIZATIONS = "with_current_organizations";

    private final AffinityRecords records;
    private final ActivityDates dates;

    EntityViews(AffinityRecords records) {
        this.records = records;
        this.dates = new ActivityDates(records);
    }

    /** Returns a shape with the flags added that ask for extras. */
    static Shape flags(Shape shape) {
        return shape.optional(DATES, ValueType.BOOLEAN)
                .optional(DATE_PERSONS, ValueType.BOOLEAN)
                .optional(OPPORTUNITIES, ValueType.BOOLEAN)
                .optional(CURRENT_ORGANIZATIONS, ValueType.BOOLEAN);
    }

    /** Returns the form without links, as in searches and inside other records. */
    ObjectNode summary(EntityKind kind, ObjectNode entity) {
        ObjectNode view = entity.deepCopy();
        if (kind == EntityKind.PERSON) {
            view.remove("organization_ids");
        }
        return view;
    }

    /** Returns the form with links, as answers to creating and changing have it. */
    ObjectNode linked(EntityKind kind, ObjectNode entity) {
        ObjectNode view = entity.deepCopy();
        if (kind == EntityKind.ORGANIZATION) {
            view.set("person_ids", Ids.node(members(Ids.of(entity))));
        }
        if (kind == EntityKind.OPPORTUNITY) {
            addListEntries(view, kind, entity);
        }
        return view;
    }

    /** Returns one entity on its own: links, rows and extras. */
    ObjectNode single(EntityKind kind, ObjectNode entity, ObjectNode query) {
        ObjectNode view = linked(kind, entity);
        addListEntries(view, kind, entity);
        addExtras(view, kind, entity, query);
        return view;
    }

    /** Returns what a search finds; asking for dates drops those that were never in touch, as the vendor does. */
    List<ObjectNode> found(EntityKind kind, Stream<ObjectNode> matches, ObjectNode query) {
        return matches.filter(entity -> dates.isWithin(query, kind, entity))
                .filter(entity -> !query.path(DATES).asBoolean(false) || dates.isInTouch(kind, entity))
                .map(entity -> {
                    ObjectNode view = summary(kind, entity);
                    addExtras(view, kind, entity, query);
                    return view;
                })
                .toList();
    }

    private void addExtras(ObjectNode view, EntityKind kind, ObjectNode entity, ObjectNode query) {
        if (query.path(OPPORTUNITIES).asBoolean(false)) {
            view.set("opportunity_ids", Ids.node(opportunities(kind, Ids.of(entity))));
        }
        if (kind == EntityKind.PERSON && query.path(CURRENT_ORGANIZATIONS).asBoolean(false)) {
            view.set("current_organization_ids", Ids.node(Ids.in(entity, "organization_ids")));
        }
        if (query.path(DATES).asBoolean(false)) {
            dates.addTo(view, kind, entity, query.path(DATE_PERSONS).asBoolean(false));
        }
    }

    private List<Long> members(long organization) {
        return records.persons()
                .where(person -> Ids.in(person, "organization_ids").contains(organization))
                .map(Ids::of)
                .toList();
    }

    private List<Long> opportunities(EntityKind kind, long id) {
        return records.opportunities()
                .where(opportunity -> Ids.in(opportunity, kind.idsName()).contains(id))
                .map(Ids::of)
                .toList();
    }

    private void addListEntries(ObjectNode view, EntityKind kind, ObjectNode entity) {
        ArrayNode rows = view.putArray("list_entries");
        records.listEntries()
                .where(row -> row.path("entity_type").asInt(-1) == kind.code()
                        && row.path("entity_id").asLong(0) == Ids.of(entity))
                .forEach(row -> rows.add(row.deepCopy()));
    }
}
