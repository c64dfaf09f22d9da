package dev.mcpcodegen.it.sandbox.affinity;

import dev.mcpcodegen.it.sandbox.vendor.Part;
import dev.mcpcodegen.it.sandbox.vendor.RefusedException;
import dev.mcpcodegen.it.sandbox.vendor.RouteCall;
import dev.mcpcodegen.it.sandbox.vendor.Routes;
import dev.mcpcodegen.it.sandbox.vendor.Shape;
import dev.mcpcodegen.it.sandbox.vendor.ValueType;
import dev.mcpcodegen.it.sandbox.vendor.VendorResponse;
import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Files attached to a person, an organization or an opportunity. */
final class Files {

    private static final Shape TARGETS = Shape.empty()
            .optional("person_id", ValueType.INTEGER)
            .optional("organization_id", ValueType.INTEGER)
            .optional("opportunity_id", ValueType.INTEGER);
    private static final Shape SEARCH = Paging.parameters(TARGETS);

    private final AffinityRecords records;
    private final Downloads downloads;

    Files(AffinityRecords records, Downloads downloads) {
        this.records = records;
        this.downloads = downloads;
    }

    void addTo(Routes routes) {
        routes.get("/entity-files", this::search)
                .post("/entity-files", this::upload)
                .get("/entity-files/{id}", this::get)
                .get("/entity-files/download/{id}", this::download);
    }

    private VendorResponse search(RouteCall call) {
        ObjectNode query = call.query(SEARCH);
        List<ObjectNode> found = records.files()
                .where(file -> List.of(EntityKind.values()).stream()
                        .allMatch(kind -> !query.has(kind.idName())
                                || file.path(kind.idName()).asLong(-1)
                                        == query.path(kind.idName()).asLong(0)))
                .toList();
        return Answers.page("entity_files", Paging.cut(found, call.request(), query, Paging.MAX_PAGE_SIZE));
    }

    private VendorResponse upload(RouteCall call) {
        ObjectNode input = call.body(TARGETS);
        EntityKind kind = records.requireTarget(input);
        List<Part> files = call.request().files().stream()
                .filter(part -> part.name().equals("file") || part.name().equals("files[]"))
                .toList();
        if (files.isEmpty()) {
            throw new RefusedException(422, "At least one file is required, as \"file\" or \"files[]\".");
        }
        files.forEach(file -> create(records, kind, input.path(kind.idName()).asLong(0), file, records.now()));
        return Answers.success();
    }

    static void create(AffinityRecords records, EntityKind kind, long entity, Part file, String createdAt) {
        ObjectNode stored = records.files()
                .create(JsonNodeFactory.instance
                        .objectNode()
                        .put("name", file.fileName())
                        .put("size", file.size())
                        .putNull("person_id")
                        .putNull("organization_id")
                        .putNull("opportunity_id")
                        .put(kind.idName(), entity)
                        .put("uploader_id", AffinityRecords.KEY_OWNER)
                        .put("created_at", createdAt));
        records.fileContents().put(Ids.of(stored), file);
    }

    private VendorResponse get(RouteCall call) {
        return Answers.record(records.named(records.files(), "file", call));
    }

    /** Redirects to another host name of the same server, so that a client can tell it from the API's. */
    private VendorResponse download(RouteCall call) {
        ObjectNode file = records.named(records.files(), "file", call);
        Part content = records.fileContents().get(Ids.of(file));
        if (content == null) {
            throw new IllegalStateException("A file without content: " + file);
        }
        String link = "http://localhost:" + call.request().port() + "/" + AffinityStorage.NAME + "/"
                + downloads.offer(content);
        return VendorResponse.empty(302).header("Location", link);
    }
}
