package dev.mcpcodegen.it.sandbox.attio;

import dev.mcpcodegen.it.sandbox.vendor.RouteCall;
import dev.mcpcodegen.it.sandbox.vendor.Routes;
import dev.mcpcodegen.it.sandbox.vendor.VendorResponse;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The kinds of record. */
final class Objects {

    private static final Fields CREATE =
            Fields.none().required(Fields.Kind.TEXT, "api_slug", "singular_noun", "plural_noun");

    private final Workspace workspace;

    Objects(Workspace workspace) {
        this.workspace = workspace;
    }

    void addTo(Routes routes) {
        routes.get("/v2/objects", this::list)
                .post("/v2/objects", this::create)
                .get("/v2/objects/{object}", this::get)
                .patch("/v2/objects/{object}", this::update);
    }

    private VendorResponse list(RouteCall call) {
        Fields.noQuery(call);
        return Answers.list(workspace.objects().stream().map(Owner::definition).toList());
    }

    private VendorResponse get(RouteCall call) {
        Fields.noQuery(call);
        return Answers.data(workspace.requireObject(call.variable("object")).definition());
    }

    private VendorResponse create(RouteCall call) {
        ObjectNode input = CREATE.data(call);
        checkSlug(input);
        Owner object = add(workspace, workspace.newId(), input);
        SystemAttributes.addCommon(workspace, object);
        return Answers.data(object.definition());
    }

    /** Stores an object without attributes. */
    static Owner add(Workspace workspace, String id, ObjectNode input) {
        ObjectNode definition = JsonNodeFactory.instance.objectNode();
        definition.set("id", Workspace.id("object_id", id));
        definition.setAll(input);
        definition.put("created_at", workspace.now());
        Owner object = new Owner(id, definition);
        workspace.objects().add(object);
        return object;
    }

    private VendorResponse update(RouteCall call) {
        Owner object = workspace.requireObject(call.variable("object"));
        ObjectNode input = CREATE.allOptional().data(call);
        if (!input.path("api_slug").asString(object.slug()).equals(object.slug())) {
            checkSlug(input);
        }
        object.definition().setAll(input);
        return Answers.data(object.definition());
    }

    private void checkSlug(ObjectNode input) {
        String slug = input.path("api_slug").asString("");
        if (workspace.object(slug).isPresent()) {
            throw AttioException.conflict("slug_conflict", "The slug \"" + slug + "\" is taken by another object.");
        }
    }
}
