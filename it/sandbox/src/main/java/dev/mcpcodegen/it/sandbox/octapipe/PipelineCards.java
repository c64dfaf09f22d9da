package dev.mcpcodegen.it.sandbox.octapipe;

import dev.mcpcodegen.it.sandbox.vendor.RefusedException;
import dev.mcpcodegen.it.sandbox.vendor.RouteCall;
import dev.mcpcodegen.it.sandbox.vendor.Routes;
import dev.mcpcodegen.it.sandbox.vendor.VendorResponse;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The cards of a pipeline. A card of one pipeline is unknown in another, and a stage of another pipeline is refused. */
final class PipelineCards {

    private static final String STAGE = "pipeline_stage_uuid";
    private static final String VALUES = "custom_fields_values";
    private static final Rules LIST = Pages.parameters(Rules.none());
    private static final Rules UPDATE = Rules.none()
            .required(STAGE, InputKind.UUID)
            .required("name", InputKind.TEXT)
            .required("sla", InputKind.INTEGER)
            .optional(VALUES, InputKind.MAP);
    private static final Rules CREATE = Rules.none()
            .required(STAGE, InputKind.UUID)
            .required("name", InputKind.TEXT)
            .required("sla", InputKind.INTEGER)
            .required(VALUES, InputKind.MAP);

    private final OctapipeRecords records;

    PipelineCards(OctapipeRecords records) {
        this.records = records;
    }

    void addTo(Routes routes) {
        routes.get("/pipelines/{pipeline_uuid}/cards", this::list)
                .post("/pipelines/{pipeline_uuid}/cards", this::create)
                .get("/pipelines/{pipeline_uuid}/cards/{id}", this::get)
                .put("/pipelines/{pipeline_uuid}/cards/{id}", this::update)
                .delete("/pipelines/{pipeline_uuid}/cards/{id}", this::delete);
    }

    private VendorResponse list(RouteCall call) {
        ObjectNode pipeline = owner(call);
        ObjectNode query = LIST.query(call.request());
        return Answers.list(Pages.cut(
                records.cards().all().stream()
                        .filter(card -> isIn(pipeline, card))
                        .toList(),
                query));
    }

    private VendorResponse create(RouteCall call) {
        ObjectNode pipeline = owner(call);
        ObjectNode input = CREATE.body(call.request());
        ObjectNode stage = checked(pipeline, input);
        return Answers.created(add(records, pipeline, stage, input));
    }

    /** Stores a new card with the properties that the vendor adds. */
    static ObjectNode add(OctapipeRecords records, ObjectNode pipeline, ObjectNode stage, ObjectNode input) {
        ObjectNode made = JsonNodeFactory.instance
                .objectNode()
                .put("code", "C-" + (records.cards().all().size() + 1));
        made.set("name", input.path("name"));
        made.set("sla", input.path("sla"));
        made.set(VALUES, stored(input.path(VALUES)));
        made.putArray("tags");
        made.set("pipeline", Pipelines.reference(pipeline));
        made.set("pipeline_stage", Pipelines.reference(stage));
        made.set("creator_user", records.self());
        made.set("owner_user", records.self());
        made.put("last_stage_updated_at", records.now());
        made.putArray("movements");
        made.putArray("timeline");
        ObjectNode card = records.cards().create(records.stamped(made));
        entered(card, stage, records.now());
        return card;
    }

    private VendorResponse get(RouteCall call) {
        return Answers.record(card(call));
    }

    private VendorResponse update(RouteCall call) {
        ObjectNode card = card(call);
        ObjectNode input = UPDATE.body(call.request());
        ObjectNode stage = checked(owner(call), input);
        JsonNode from = card.path("pipeline_stage").path("uuid");
        if (!from.equals(stage.path("uuid"))) {
            move(card, from, stage);
        }
        card.set("name", input.path("name"));
        card.set("sla", input.path("sla"));
        if (input.hasNonNull(VALUES)) {
            card.set(VALUES, stored(input.path(VALUES)));
        }
        records.touch(card);
        return Answers.record(card);
    }

    private void move(ObjectNode card, JsonNode from, ObjectNode stage) {
        ObjectNode movement = card.withArray("movements").addObject();
        movement.set("pipeline_card_uuid", card.path("uuid"));
        movement.put("user_uuid", records.users().uuid(1));
        movement.set("from_pipeline_stage_uuid", from);
        movement.set("to_pipeline_stage_uuid", stage.path("uuid"));
        movement.put("created_at", records.now());
        card.set("pipeline_stage", Pipelines.reference(stage));
        card.put("last_stage_updated_at", records.now());
        entered(card, stage, records.now());
    }

    private static void entered(ObjectNode card, ObjectNode stage, String now) {
        ObjectNode entry = card.withArray("timeline").addObject();
        entry.set("pipeline_stage", Pipelines.reference(stage));
        entry.set("pipeline_stage_index", stage.path("position"));
        entry.put("total", 0).put("moved_at", now);
    }

    private VendorResponse delete(RouteCall call) {
        records.cards().remove(card(call));
        return Answers.deleted();
    }

    /** Checks the input against the pipeline; the stage that it names. */
    private static ObjectNode checked(ObjectNode pipeline, ObjectNode input) {
        Optional<ObjectNode> stage = pipeline.path("stages")
                .valueStream()
                .filter(each -> each.path("uuid").equals(input.path(STAGE)))
                .map(ObjectNode.class::cast)
                .findFirst();
        Problems problems = new Problems();
        if (stage.isEmpty()) {
            problems.add(STAGE, "The selected " + STAGE + " does not belong to the pipeline.");
        }
        CustomFields.check(pipeline, input.path(VALUES), VALUES, problems);
        if (input.hasNonNull(VALUES)) {
            CustomFields.checkComplete(pipeline, input.path(VALUES), VALUES, problems);
        }
        problems.refuse();
        return stage.orElseThrow();
    }

    /** An empty object is stored, and answered, as an empty array. */
    private static JsonNode stored(JsonNode values) {
        return values.isEmpty() ? JsonNodeFactory.instance.arrayNode() : values.deepCopy();
    }

    private static boolean isIn(ObjectNode pipeline, ObjectNode card) {
        return card.path("pipeline").path("uuid").equals(pipeline.path("uuid"));
    }

    private ObjectNode owner(RouteCall call) {
        return OctapipeRecords.named(records.pipelines(), "Pipeline", call.variable("pipeline_uuid"));
    }

    private ObjectNode card(RouteCall call) {
        ObjectNode pipeline = owner(call);
        return records.cards()
                .find(call.variable("id"))
                .filter(card -> isIn(pipeline, card))
                .orElseThrow(() -> new RefusedException(404, "Card not found."));
    }
}
