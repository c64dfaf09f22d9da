package dev.mcpcodegen.it.sandbox.affinity;

import dev.mcpcodegen.it.sandbox.vendor.Part;
import dev.mcpcodegen.it.sandbox.vendor.RecordStore;
import dev.mcpcodegen.it.sandbox.vendor.RefusedException;
import dev.mcpcodegen.it.sandbox.vendor.RouteCall;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import tools.jackson.databind.node.ObjectNode;

/**
 * Everything that is stored. A link between a person and an organization is stored once, with the person; list sizes,
 * statuses and embedded records are worked out when they are read.
 */
final class AffinityRecords {

    /** The internal person that the API key belongs to. */
    static final long KEY_OWNER = 123;

    private Clock clock;
    private final RecordStore persons = RecordStore.numbered(40_001);
    private final RecordStore organizations = RecordStore.numbered(60_001);
    private final RecordStore opportunities = RecordStore.numbered(80_001);
    private final RecordStore lists = RecordStore.numbered(501);
    private final RecordStore listEntries = RecordStore.numbered(7_001);
    // Ids of interactions are unique per type only: 0 meeting, 1 call, 2 chat message, 3 e-mail.
    private final List<RecordStore> interactions =
            IntStream.range(0, 4).mapToObj(type -> RecordStore.numbered(9_001)).toList();
    private final RecordStore notes = RecordStore.numbered(30_001);
    private final RecordStore files = RecordStore.numbered(1_301);
    private final Map<Long, Part> fileContents = new LinkedHashMap<>();
    private final RecordStore reminders = RecordStore.numbered(15_001);
    private final RecordStore fields = RecordStore.numbered(2_001);
    private final RecordStore fieldValues = RecordStore.numbered(20_001);
    private final RecordStore fieldValueChanges = RecordStore.numbered(25_001);
    private final RecordStore strengths = RecordStore.numbered(1);

    AffinityRecords(Clock clock) {
        this.clock = clock;
    }

    RecordStore persons() {
        return persons;
    }

    RecordStore organizations() {
        return organizations;
    }

    RecordStore opportunities() {
        return opportunities;
    }

    RecordStore lists() {
        return lists;
    }

    RecordStore listEntries() {
        return listEntries;
    }

    RecordStore interactions(int type) {
        return interactions.get(type);
    }

    /** Returns the interactions of all types. */
    List<ObjectNode> interactions() {
        return interactions.stream().flatMap(store -> store.all().stream()).toList();
    }

    RecordStore notes() {
        return notes;
    }

    RecordStore files() {
        return files;
    }

    Map<Long, Part> fileContents() {
        return fileContents;
    }

    RecordStore reminders() {
        return reminders;
    }

    RecordStore fields() {
        return fields;
    }

    RecordStore fieldValues() {
        return fieldValues;
    }

    RecordStore fieldValueChanges() {
        return fieldValueChanges;
    }

    RecordStore strengths() {
        return strengths;
    }

    Clock clock() {
        return clock;
    }

    /** Takes the time from another clock from now on; seeds are made on a fixed one, so that they never differ. */
    void runOn(Clock running) {
        clock = running;
    }

    String now() {
        return Moments.text(clock.instant());
    }

    RecordStore entities(EntityKind kind) {
        return switch (kind) {
            case PERSON -> persons;
            case ORGANIZATION -> organizations;
            case OPPORTUNITY -> opportunities;
        };
    }

    /** Returns the record that the path variable {@code {id}} names, or refuses with 404. */
    ObjectNode named(RecordStore store, String noun, RouteCall call) {
        return named(store, noun, call, "id");
    }

    /** Returns the record that a path variable names, or refuses with 404. */
    ObjectNode named(RecordStore store, String noun, RouteCall call, String variable) {
        return store.find(call.variable(variable))
                .orElseThrow(() -> new RefusedException(404, "The " + noun + " does not exist."));
    }

    /** Refuses with 422 unless each of these ids belongs to an entity of the kind. */
    void requireAll(EntityKind kind, List<Long> ids) {
        List<String> unknown = ids.stream()
                .filter(id -> entities(kind).find(id).isEmpty())
                .map(id -> "There is no " + kind.noun() + " " + id + ".")
                .toList();
        if (!unknown.isEmpty()) {
            throw new RefusedException(422, unknown);
        }
    }

    /** Returns an internal person, or refuses with 422. */
    ObjectNode requireInternal(String property, long id) {
        return persons.find(id)
                .filter(person -> isInternal(id))
                .orElseThrow(() -> new RefusedException(422, property + " must name an internal person."));
    }

    /** Tells whether a person belongs to the firm. */
    boolean isInternal(long person) {
        return persons.find(person)
                .filter(found -> found.path("type").asInt(0) == 1)
                .isPresent();
    }

    /** Returns which of the three entity ids is set; refuses with 422 when several are. */
    Optional<EntityKind> target(ObjectNode input) {
        List<EntityKind> named = List.of(EntityKind.values()).stream()
                .filter(kind -> input.hasNonNull(kind.idName()))
                .toList();
        if (named.size() > 1) {
            throw new RefusedException(422, "Only one of person_id, organization_id and opportunity_id can be given.");
        }
        return named.stream().findFirst();
    }

    /** Returns which of the three entity ids is set; refuses with 422 unless exactly one is and it exists. */
    EntityKind requireTarget(ObjectNode input) {
        EntityKind kind = target(input)
                .orElseThrow(() -> new RefusedException(
                        422, "Exactly one of person_id, organization_id and opportunity_id must be given."));
        requireAll(kind, List.of(input.path(kind.idName()).asLong(0)));
        return kind;
    }

    /** Removes what belongs to an entity and cannot be without it: its rows and its field values. */
    void removeDependents(EntityKind kind, long id) {
        Predicate<ObjectNode> belongs = stored -> stored.path("entity_type").asInt(-1) == kind.code()
                && stored.path("entity_id").asLong(0) == id;
        listEntries.removeIf(belongs);
        fieldValues.removeIf(belongs);
    }
}
