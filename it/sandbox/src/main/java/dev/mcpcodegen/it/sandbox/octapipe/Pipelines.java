package dev.mcpcodegen.it.sandbox.octapipe;

import dev.mcpcodegen.it.sandbox.vendor.RouteCall;
import dev.mcpcodegen.it.sandbox.vendor.Routes;
import dev.mcpcodegen.it.sandbox.vendor.VendorResponse;
import tools.jackson.databind.node.ObjectNode;

/** Pipelines and their stages, which are only read. */
final class Pipelines {

    private static final Rules LIST = Pages.parameters(Rules.none());

    private final OctapipeRecords records;

    Pipelines(OctapipeRecords records) {
        this.records = records;
    }

    void addTo(Routes routes) {
        routes.get("/pipelines", this::list)
                .get("/pipelines/{id}", this::get)
                .get("/pipelines/{pipeline_uuid}/stages", this::stages);
    }

    private VendorResponse list(RouteCall call) {
        ObjectNode query = LIST.query(call.request());
        return Answers.list(Pages.cut(records.pipelines().all(), query).stream()
                .map(Pipelines::reference)
                .toList());
    }

    private VendorResponse get(RouteCall call) {
        return Answers.record(OctapipeRecords.named(records.pipelines(), "Pipeline", call.variable("id")));
    }

    private VendorResponse stages(RouteCall call) {
        ObjectNode pipeline = OctapipeRecords.named(records.pipelines(), "Pipeline", call.variable("pipeline_uuid"));
        return Answers.list(Pages.cut(
                pipeline.path("stages")
                        .valueStream()
                        .map(ObjectNode.class::cast)
                        .toList(),
                LIST.query(call.request())));
    }

    /** Returns how a pipeline or a stage appears inside of other records. */
    static ObjectNode reference(ObjectNode stored) {
        ObjectNode reference = stored.objectNode();
        reference.set("uuid", stored.path("uuid"));
        reference.set("name", stored.path("name"));
        return reference;
    }
}
