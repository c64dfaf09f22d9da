package dev.mcpcodegen.it.sandbox.affinity;

import dev.mcpcodegen.it.sandbox.vendor.RefusedException;
import dev.mcpcodegen.it.sandbox.vendor.Shape;
import dev.mcpcodegen.it.sandbox.vendor.ValueType;
import java.util.List;
import java.util.function.Predicate;
import tools.jackson.databind.node.ObjectNode;

/** Finds the interactions of one person, organization or opportunity. */
final class InteractionSearch {

    static final Shape SHAPE = Paging.parameters(Shape.empty()
            .optional("type", ValueType.INTEGER, 0, 1, 2, 3)
            .optional("start_time", ValueType.DATE_TIME)
            .optional("end_time", ValueType.DATE_TIME)
            .optional("person_id", ValueType.INTEGER)
            .optional("organization_id", ValueType.INTEGER)
            .optional("opportunity_id", ValueType.INTEGER)
            .optional("internal_person_id", ValueType.INTEGER)
            .optional("logging_type", ValueType.INTEGER, 0, 1)
            .optional("direction", ValueType.INTEGER, 0, 1));

    private final AffinityRecords records;
    private final ActivityDates activity;

    InteractionSearch(AffinityRecords records) {
        this.records = records;
        this.activity = new ActivityDates(records);
    }

    /** Returns what fits, latest first. */
    List<ObjectNode> find(ObjectNode query) {
        EntityKind kind = records.requireTarget(query);
        ObjectNode entity =
                records.entities(kind).find(query.path(kind.idName()).asLong(0)).orElseThrow();
        if (kind == EntityKind.PERSON && records.isInternal(Ids.of(entity))) {
            throw new RefusedException(422, "person_id must name an external person; use internal_person_id.");
        }
        return activity.involving(kind, entity).stream().filter(filter(query)).toList();
    }

    private static Predicate<ObjectNode> filter(ObjectNode query) {
        return interaction -> hasSame(query, interaction, "type")
                && hasSame(query, interaction, "direction")
                && isInWindow(query, interaction)
                && (!query.has("internal_person_id")
                        || Ids.in(interaction, "person_ids")
                                .contains(query.path("internal_person_id").asLong(0)))
                && (query.path("logging_type").asInt(0) == 0 || interaction.hasNonNull("manual_creator_id"));
    }

    private static boolean hasSame(ObjectNode query, ObjectNode interaction, String property) {
        return !query.has(property)
                || query.path(property).asLong(0) == interaction.path(property).asLong(-1);
    }

    private static boolean isInWindow(ObjectNode query, ObjectNode interaction) {
        return (!query.has("start_time") || !Moments.of(interaction, "date").isBefore(Moments.of(query, "start_time")))
                && (!query.has("end_time") || !Moments.of(interaction, "date").isAfter(Moments.of(query, "end_time")));
    }
}
