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

/** Notes on persons, organizations, opportunities and interactions, and replies to notes. */
final class Notes {

    private static final Shape CREATE = Shape.empty()
            .required("content", ValueType.TEXT)
            .optional("person_ids", ValueType.INTEGERS)
            .optional("organization_ids", ValueType.INTEGERS)
            .optional("opportunity_ids", ValueType.INTEGERS)
            .optional("parent_id", ValueType.INTEGER)
            .optional("type", ValueType.INTEGER, 0, 2)
            .optional("creator_id", ValueType.INTEGER)
            .optional("created_at", ValueType.DATE_TIME);
    private static final Shape UPDATE = Shape.empty().required("content", ValueType.TEXT);
    private static final Shape SEARCH = Paging.parameters(Shape.empty()
            .optional("person_id", ValueType.INTEGER)
            .optional("organization_id", ValueType.INTEGER)
            .optional("opportunity_id", ValueType.INTEGER)
            .optional("creator_id", ValueType.INTEGER));

    private final AffinityRecords records;

    Notes(AffinityRecords records) {
        this.records = records;
    }

    void addTo(Routes routes) {
        routes.get("/notes", this::search)
                .post("/notes", this::create)
                .get("/notes/{id}", this::get)
                .put("/notes/{id}", this::update)
                .delete("/notes/{id}", this::delete);
    }

    /** Assumes the envelope that public client code reads; the vendor's example shows a bare array. */
    private VendorResponse search(RouteCall call) {
        ObjectNode query = call.query(SEARCH);
        List<ObjectNode> found = records.notes()
                .where(note -> List.of(EntityKind.values()).stream()
                        .allMatch(kind -> !query.has(kind.idName())
                                || Ids.in(note, kind.idsName())
                                        .contains(query.path(kind.idName()).asLong(0))))
                .filter(note -> !query.has("creator_id")
                        || note.path("creator_id").asLong(0)
                                == query.path("creator_id").asLong(0))
                .toList();
        return Answers.page("notes", Paging.cut(found, call.request(), query, Paging.MAX_PAGE_SIZE));
    }

    private VendorResponse create(RouteCall call) {
        ObjectNode input = call.body(CREATE);
        long creator = input.path("creator_id").asLong(AffinityRecords.KEY_OWNER);
        records.requireInternal("creator_id", creator);
        String createdAt = records.now();
        if (input.hasNonNull("created_at")) {
            if (Moments.of(input, "created_at").isAfter(records.clock().instant())) {
                throw new RefusedException(422, "created_at must not be in the future.");
            }
            createdAt = Moments.text(Moments.of(input, "created_at"));
        }
        ObjectNode values = blank(
                creator, input.path("content").asString(""), input.path("type").asInt(0), createdAt);
        if (input.hasNonNull("parent_id")) {
            requireParent(input.path("parent_id").asLong(0));
            values.set("parent_id", input.get("parent_id"));
        } else {
            addTargets(values, input);
        }
        return Answers.record(records.notes().create(values));
    }

    private void addTargets(ObjectNode note, ObjectNode input) {
        for (EntityKind kind : EntityKind.values()) {
            List<Long> ids = Ids.in(input, kind.idsName());
            records.requireAll(kind, ids);
            note.set(kind.idsName(), Ids.node(ids));
        }
        note.set("associated_person_ids", Ids.node(Ids.in(note, "person_ids")));
        if (List.of(EntityKind.values()).stream()
                .allMatch(kind -> note.path(kind.idsName()).isEmpty())) {
            throw new RefusedException(
                    422, "One of person_ids, organization_ids, opportunity_ids and parent_id is required.");
        }
    }

    private void requireParent(long parent) {
        if (records.notes().find(parent).isEmpty()) {
            throw new RefusedException(422, "There is no note " + parent + " to reply to.");
        }
    }

    private VendorResponse get(RouteCall call) {
        return Answers.record(records.named(records.notes(), "note", call));
    }

    private VendorResponse update(RouteCall call) {
        ObjectNode note = records.named(records.notes(), "note", call);
        ObjectNode input = call.body(UPDATE);
        if (!note.path("mentioned_person_ids").isEmpty() || note.path("type").asInt(0) == 1) {
            throw new RefusedException(422, "A note with mentions, or one from an e-mail, cannot be changed.");
        }
        return Answers.record(note.setAll(input).put("updated_at", records.now()));
    }

    private VendorResponse delete(RouteCall call) {
        ObjectNode note = records.named(records.notes(), "note", call);
        if (note.path("creator_id").asLong(0) != AffinityRecords.KEY_OWNER) {
            throw new RefusedException(403, "Only its creator may delete a note.");
        }
        records.notes().remove(note);
        return Answers.success();
    }

    static boolean isAbout(ObjectNode note, ObjectNode interaction) {
        return note.path("interaction_id").asLong(0) == Ids.of(interaction)
                && note.path("interaction_type").asInt(-1)
                        == interaction.path("type").asInt(0);
    }

    /** Stores what was said in an interaction. */
    static ObjectNode createFor(AffinityRecords records, ObjectNode interaction, String content) {
        int type = interaction.path("type").asInt(0);
        ObjectNode values = blank(
                AffinityRecords.KEY_OWNER,
                content,
                type == 3 ? 1 : 0,
                interaction.path("date").asString(""));
        values.put("interaction_id", Ids.of(interaction))
                .put("interaction_type", type)
                .put("is_meeting", type == 0);
        values.set("interaction_person_ids", Ids.node(Ids.in(interaction, "person_ids")));
        values.set("person_ids", Ids.node(Ids.in(interaction, "person_ids")));
        return records.notes().create(values);
    }

    /** Returns a note about nothing yet, with every property that an answer has. */
    static ObjectNode blank(long creator, String content, int type, String createdAt) {
        ObjectNode note = JsonNodeFactory.instance.objectNode().put("creator_id", creator);
        note.putArray("person_ids");
        note.putArray("associated_person_ids");
        note.putArray("interaction_person_ids");
        note.putNull("interaction_id").putNull("interaction_type").put("is_meeting", false);
        note.putArray("mentioned_person_ids");
        note.putArray("organization_ids");
        note.putArray("opportunity_ids");
        return note.putNull("parent_id")
                .put("content", content)
                .put("type", type)
                .put("created_at", createdAt)
                .putNull("updated_at");
    }
}
