package dev.mcpcodegen.it.sandbox.affinity;

import dev.mcpcodegen.it.sandbox.vendor.RefusedException;
import dev.mcpcodegen.it.sandbox.vendor.RouteCall;
import dev.mcpcodegen.it.sandbox.vendor.Routes;
import dev.mcpcodegen.it.sandbox.vendor.Shape;
import dev.mcpcodegen.it.sandbox.vendor.ValueType;
import dev.mcpcodegen.it.sandbox.vendor.VendorResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Meetings (0), calls (1), chat messages (2) and e-mails (3). Ids are unique per type only. What was said is kept in a
 * note tied to the interaction.
 */
final class Interactions {

    private static final Shape CREATE = Shape.empty()
            .required("type", ValueType.INTEGER, 0, 1, 2)
            .required("person_ids", ValueType.INTEGERS)
            .required("content", ValueType.TEXT)
            .required("date", ValueType.DATE_TIME)
            .optional("direction", ValueType.INTEGER, 0, 1);
    private static final Shape UPDATE = Shape.empty()
            .required("type", ValueType.INTEGER, 0, 1, 2, 3)
            // The vendor's table calls them required, its example leaves them out.
            .optional("person_ids", ValueType.INTEGERS)
            .optional("content", ValueType.TEXT)
            .optional("date", ValueType.DATE_TIME);
    private static final Shape BY_TYPE = Shape.empty().required("type", ValueType.INTEGER, 0, 1, 2, 3);
    private static final Duration LONGEST_WINDOW = Duration.ofDays(366);
    private static final int MAX_PAGE_SIZE = 100;

    private final AffinityRecords records;
    private final EntityViews views;
    private final InteractionSearch search;

    Interactions(AffinityRecords records) {
        this.records = records;
        this.views = new EntityViews(records);
        this.search = new InteractionSearch(records);
    }

    void addTo(Routes routes) {
        routes.get("/interactions", this::search)
                .post("/interactions", this::create)
                .get("/interactions/{id}", this::get)
                .put("/interactions/{id}", this::update)
                .delete("/interactions/{id}", this::delete);
    }

    private VendorResponse search(RouteCall call) {
        ObjectNode query = call.query(InteractionSearch.SHAPE);
        checkWindow(query);
        List<ObjectNode> found = search.find(query);
        Paging.Page page = Paging.cut(found, call.request(), query, MAX_PAGE_SIZE);
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        // The real API demands a type. Assumed for callers who leave it out: all types, each under its own key.
        List<Integer> types = query.has("type") ? List.of(query.path("type").asInt(0)) : List.of(0, 1, 2, 3);
        types.forEach(type -> answer.withArray(key(type)));
        for (ObjectNode interaction : page.items()) {
            answer.withArray(key(interaction.path("type").asInt(0))).add(view(interaction));
        }
        return Answers.record(answer.put("next_page_token", page.nextToken()));
    }

    private static String key(int type) {
        return switch (type) {
            case 2 -> "chat_messages";
            case 3 -> "emails";
            default -> "events";
        };
    }

    /** Checks the window; one that is open at an end, which the real API refuses, is assumed to be unbounded there. */
    private static void checkWindow(ObjectNode query) {
        if (!query.has("start_time") || !query.has("end_time")) {
            return;
        }
        Duration window = Duration.between(Moments.of(query, "start_time"), Moments.of(query, "end_time"));
        if (window.isNegative() || window.isZero()) {
            throw new RefusedException(422, "end_time must be after start_time.");
        }
        if (window.compareTo(LONGEST_WINDOW) > 0) {
            throw new RefusedException(422, "The time between start_time and end_time must be one year at most.");
        }
    }

    private VendorResponse create(RouteCall call) {
        ObjectNode input = call.body(CREATE);
        int type = input.path("type").asInt(0);
        if (type == 2 && !input.hasNonNull("direction")) {
            input.put("direction", 0);
        }
        List<Long> persons = Ids.in(input, "person_ids");
        requireParticipants(persons);
        ObjectNode values = JsonNodeFactory.instance
                .objectNode()
                .put("type", type)
                .put("date", Moments.text(Moments.of(input, "date")))
                .put("manual_creator_id", AffinityRecords.KEY_OWNER)
                .put("updated_at", records.now());
        values.set("person_ids", Ids.node(persons));
        if (type == 2) {
            values.set("direction", input.get("direction"));
        } else {
            values.putNull("title").set("start_time", values.get("date")).putNull("end_time");
        }
        ObjectNode interaction = records.interactions(type).create(values);
        Notes.createFor(records, interaction, input.path("content").asString(""));
        return Answers.record(view(interaction));
    }

    private VendorResponse get(RouteCall call) {
        return Answers.record(view(named(call, call.query(BY_TYPE))));
    }

    private VendorResponse update(RouteCall call) {
        ObjectNode input = call.body(UPDATE);
        ObjectNode interaction = named(call, input);
        if (input.has("person_ids")) {
            requireParticipants(Ids.in(input, "person_ids"));
            interaction.set("person_ids", input.get("person_ids"));
        }
        if (input.hasNonNull("date")) {
            interaction.put("date", Moments.text(Moments.of(input, "date")));
        }
        if (input.hasNonNull("content")) {
            rewrite(interaction, input.path("content").asString(""));
        }
        return Answers.record(view(interaction.put("updated_at", records.now())));
    }

    private VendorResponse delete(RouteCall call) {
        ObjectNode interaction = named(call, call.query(BY_TYPE));
        records.notes().removeIf(note -> Notes.isAbout(note, interaction));
        records.interactions(interaction.path("type").asInt(0)).remove(interaction);
        return Answers.success();
    }

    private ObjectNode named(RouteCall call, ObjectNode typed) {
        return records.named(records.interactions(typed.path("type").asInt(0)), "interaction", call);
    }

    private void rewrite(ObjectNode interaction, String content) {
        Optional<ObjectNode> note = records.notes()
                .where(candidate -> Notes.isAbout(candidate, interaction))
                .findFirst();
        note.ifPresentOrElse(
                found -> found.put("content", content).put("updated_at", records.now()),
                () -> Notes.createFor(records, interaction, content));
    }

    private void requireParticipants(List<Long> persons) {
        records.requireAll(EntityKind.PERSON, persons);
        if (persons.stream().noneMatch(records::isInternal)) {
            throw new RefusedException(422, "person_ids must contain at least one internal person.");
        }
    }

    private ObjectNode view(ObjectNode interaction) {
        ObjectNode view = interaction.deepCopy();
        view.remove("person_ids");
        ArrayNode persons = view.putArray("persons");
        for (long id : Ids.in(interaction, "person_ids")) {
            records.persons().find(id).ifPresent(person -> persons.add(views.summary(EntityKind.PERSON, person)));
        }
        if (interaction.path("type").asInt(0) < 2) {
            ArrayNode attendees = view.putArray("attendees");
            persons.forEach(person -> attendees.add(person.path("primary_email").asString("")));
        }
        ArrayNode notes = view.putArray("notes");
        records.notes().where(note -> Notes.isAbout(note, interaction)).forEach(note -> notes.add(Ids.of(note)));
        return view;
    }
}
