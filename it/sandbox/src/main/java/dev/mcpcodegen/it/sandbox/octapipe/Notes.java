package dev.mcpcodegen.it.sandbox.octapipe;

import dev.mcpcodegen.it.sandbox.vendor.RouteCall;
import dev.mcpcodegen.it.sandbox.vendor.Routes;
import dev.mcpcodegen.it.sandbox.vendor.VendorResponse;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Notes on users, cards, tasks and database records. */
final class Notes {

    private static final Rules LIST = Pages.parameters(Parents.parameters(Rules.none()));
    private static final Rules CREATE = Parents.parameters(Rules.none()).required("note", InputKind.TEXT);

    private final OctapipeRecords records;
    private final Parents parents;

    Notes(OctapipeRecords records) {
        this.records = records;
        this.parents = new Parents(records);
    }

    void addTo(Routes routes) {
        routes.get("/notes", this::list).post("/notes", this::create).delete("/notes/{id}", this::delete);
    }

    private VendorResponse list(RouteCall call) {
        ObjectNode query = LIST.query(call.request());
        parents.require(query);
        return Answers.list(Pages.cut(
                records.notes().all().stream()
                        .filter(note -> Parents.isOn(note, query))
                        .toList(),
                query));
    }

    private VendorResponse create(RouteCall call) {
        ObjectNode input = CREATE.body(call.request());
        ObjectNode parent = parents.require(input);
        return Answers.created(add(records, parent, input));
    }

    static ObjectNode add(OctapipeRecords records, ObjectNode parent, ObjectNode input) {
        ObjectNode made = JsonNodeFactory.instance.objectNode();
        made.setAll(input);
        made.set("user", records.self());
        String entity = input.path("entity").asString("");
        if (!entity.equals("user")) {
            ObjectNode reference = made.putObject(entity);
            reference.set("uuid", parent.path("uuid"));
            reference.set("name", parent.path(entity.equals("task") ? "title" : "name"));
        }
        return records.notes().create(records.stamped(made));
    }

    private VendorResponse delete(RouteCall call) {
        records.notes().remove(OctapipeRecords.named(records.notes(), "Note", call.variable("id")));
        return Answers.deleted();
    }
}
