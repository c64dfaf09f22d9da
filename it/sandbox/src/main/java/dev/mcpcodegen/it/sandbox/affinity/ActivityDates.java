package dev.mcpcodegen.it.sandbox.affinity;

import dev.mcpcodegen.it.sandbox.vendor.Shape;
import dev.mcpcodegen.it.sandbox.vendor.ValueType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import tools.jackson.databind.node.ObjectNode;

/** When an entity was first, last and next in touch, worked out from the interactions. */
final class ActivityDates {

    private static final int CHAT = 2;
    private static final int EMAIL = 3;
    private static final List<String> BOUNDED =
            List.of("first_email", "last_email", "last_interaction", "last_event", "first_event", "next_event");

    private final AffinityRecords records;

    ActivityDates(AffinityRecords records) {
        this.records = records;
    }

    /** Returns a shape with the bounds on dates added that searches take. */
    static Shape bounds(Shape shape) {
        Shape bounded = shape;
        for (String name : BOUNDED) {
            bounded = bounded.optional("min_" + name + "_date", ValueType.DATE_TIME)
                    .optional("max_" + name + "_date", ValueType.DATE_TIME);
        }
        return bounded;
    }

    /** Tells whether an entity lies within the bounds of a query. */
    boolean isWithin(ObjectNode query, EntityKind kind, ObjectNode entity) {
        if (BOUNDED.stream()
                .noneMatch(name -> query.has("min_" + name + "_date") || query.has("max_" + name + "_date"))) {
            return true;
        }
        Map<String, ObjectNode> known = of(kind, entity);
        return BOUNDED.stream().allMatch(name -> {
            String min = "min_" + name + "_date";
            String max = "max_" + name + "_date";
            if (!query.has(min) && !query.has(max)) {
                return true;
            }
            ObjectNode interaction = known.get(name);
            if (interaction == null) {
                return false;
            }
            Instant date = Moments.of(interaction, "date");
            return (!query.has(min) || !date.isBefore(Moments.of(query, min)))
                    && (!query.has(max) || !date.isAfter(Moments.of(query, max)));
        });
    }

    /** Adds {@code interaction_dates} and {@code interactions} to an answer. */
    void addTo(ObjectNode answer, EntityKind kind, ObjectNode entity, boolean withPersons) {
        ObjectNode dates = answer.putObject("interaction_dates");
        ObjectNode interactions = answer.putObject("interactions");
        of(kind, entity).forEach((name, interaction) -> {
            dates.set(name + "_date", interaction.get("date"));
            ObjectNode detail = interactions.putObject(name);
            detail.set("date", interaction.get("date"));
            if (withPersons) {
                List<Long> internal = Ids.in(interaction, "person_ids").stream()
                        .filter(records::isInternal)
                        .toList();
                detail.set("person_ids", Ids.node(internal));
            }
        });
    }

    /** Tells whether an entity was in touch at all. */
    boolean isInTouch(EntityKind kind, ObjectNode entity) {
        return !of(kind, entity).isEmpty();
    }

    /** Returns the interactions of all types that involve an entity: its persons take part. Latest first. */
    List<ObjectNode> involving(EntityKind kind, ObjectNode entity) {
        Set<Long> persons = persons(kind, entity);
        List<ObjectNode> involving = new ArrayList<>(records.interactions());
        involving.removeIf(
                interaction -> Ids.in(interaction, "person_ids").stream().noneMatch(persons::contains));
        involving.sort(Comparator.comparing((ObjectNode interaction) -> Moments.of(interaction, "date"))
                .reversed());
        return involving;
    }

    private Set<Long> persons(EntityKind kind, ObjectNode entity) {
        long id = Ids.of(entity);
        return switch (kind) {
            case PERSON -> Set.of(id);
            case OPPORTUNITY -> Set.copyOf(Ids.in(entity, "person_ids"));
            case ORGANIZATION -> {
                Set<Long> members = new LinkedHashSet<>();
                records.persons()
                        .where(person -> Ids.in(person, "organization_ids").contains(id))
                        .forEach(person -> members.add(Ids.of(person)));
                yield members;
            }
        };
    }

    private Map<String, ObjectNode> of(EntityKind kind, ObjectNode entity) {
        Instant now = records.clock().instant();
        Predicate<ObjectNode> isPast =
                interaction -> !Moments.of(interaction, "date").isAfter(now);
        List<ObjectNode> latestFirst = involving(kind, entity);
        List<ObjectNode> past = latestFirst.stream().filter(isPast).toList();
        Map<String, ObjectNode> dates = new LinkedHashMap<>();
        put(dates, "first_email", last(past, type -> type == EMAIL));
        put(dates, "last_email", first(past, type -> type == EMAIL));
        put(dates, "first_event", last(past, type -> type < CHAT));
        put(dates, "last_event", first(past, type -> type < CHAT));
        put(dates, "last_chat_message", first(past, type -> type == CHAT));
        put(dates, "last_interaction", first(past, type -> true));
        put(
                dates,
                "next_event",
                last(latestFirst.stream().filter(isPast.negate()).toList(), type -> type < CHAT));
        return dates;
    }

    private static List<ObjectNode> first(List<ObjectNode> interactions, IntPredicate typeTest) {
        return interactions.stream()
                .filter(interaction -> typeTest.test(interaction.path("type").asInt(0)))
                .limit(1)
                .toList();
    }

    private static List<ObjectNode> last(List<ObjectNode> interactions, IntPredicate typeTest) {
        List<ObjectNode> matching = interactions.stream()
                .filter(interaction -> typeTest.test(interaction.path("type").asInt(0)))
                .toList();
        return matching.isEmpty() ? matching : matching.subList(matching.size() - 1, matching.size());
    }

    private static void put(Map<String, ObjectNode> dates, String name, List<ObjectNode> atMostOne) {
        atMostOne.forEach(interaction -> dates.put(name, interaction));
    }
}
