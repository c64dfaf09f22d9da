package dev.mcpcodegen.it.sandbox.octapipe;

import dev.mcpcodegen.it.sandbox.vendor.Part;
import dev.mcpcodegen.it.sandbox.vendor.RouteCall;
import dev.mcpcodegen.it.sandbox.vendor.Routes;
import dev.mcpcodegen.it.sandbox.vendor.VendorResponse;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Files on users, cards, tasks and database records. Their list has no pages, and their content is not kept. */
final class Files {

    private static final Rules LIST = Rules.none()
            .required("entity", InputKind.TEXT, "user", "pipeline_card", "task", "database_record", "deal")
            .required("record_uuid", InputKind.UUID);
    private static final Rules UPLOAD = Parents.parameters(Rules.none());
    private static final Rules COPY = Parents.parameters(Rules.none())
            .required("name", InputKind.TEXT)
            .required("url", InputKind.TEXT)
            .required("mime", InputKind.TEXT)
            .required("size", InputKind.INTEGER);

    private final OctapipeRecords records;
    private final Parents parents;

    Files(OctapipeRecords records) {
        this.records = records;
        this.parents = new Parents(records);
    }

    void addTo(Routes routes) {
        routes.get("/files", this::list)
                .post("/files", this::upload)
                .post("/files/copy", this::copy)
                .delete("/files/{id}", this::delete);
    }

    private VendorResponse list(RouteCall call) {
        ObjectNode query = LIST.query(call.request());
        parents.require(query);
        return Answers.list(records.files().all().stream()
                .filter(file -> Parents.isOn(file, query))
                .toList());
    }

    private VendorResponse upload(RouteCall call) {
        ObjectNode input = UPLOAD.form(call.request());
        Part file = Rules.file(call.request());
        parents.require(input);
        input.put("name", file.fileName())
                .put("url", "https://files.octapipe.example/" + file.sha256())
                .put("mime", file.mediaType())
                .put("size", file.size());
        return Answers.created(add(input));
    }

    private VendorResponse copy(RouteCall call) {
        ObjectNode input = COPY.body(call.request());
        parents.require(input);
        return Answers.created(add(input));
    }

    private ObjectNode add(ObjectNode input) {
        ObjectNode made = JsonNodeFactory.instance.objectNode();
        made.setAll(input);
        made.set("user", records.self());
        return records.files().create(records.stamped(made));
    }

    private VendorResponse delete(RouteCall call) {
        records.files().remove(OctapipeRecords.named(records.files(), "File", call.variable("id")));
        return Answers.deleted();
    }
}
