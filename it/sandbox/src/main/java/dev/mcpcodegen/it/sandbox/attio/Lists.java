package dev.mcpcodegen.it.sandbox.attio;

import dev.mcpcodegen.it.sandbox.vendor.RouteCall;
import dev.mcpcodegen.it.sandbox.vendor.Routes;
import dev.mcpcodegen.it.sandbox.vendor.VendorResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Lists: their names and who may see them. */
final class Lists {

    private static final String ACCESS = "workspace_access";
    private static final String MEMBERS = "workspace_member_access";
    private static final String[] LEVELS = {"full-access", "read-and-write", "read-only"};

    private static final Fields UPDATE = Fields.none()
            .optional(Fields.Kind.TEXT, "name", "api_slug")
            .optionalOrNull(Fields.Kind.TEXT, ACCESS)
            .oneOf(ACCESS, LEVELS)
            .optional(Fields.Kind.ARRAY, MEMBERS);
    private static final Fields CREATE = Fields.none()
            .required(Fields.Kind.TEXT, "name", "api_slug", "parent_object")
            .requiredOrNull(Fields.Kind.TEXT, ACCESS)
            .oneOf(ACCESS, LEVELS)
            .required(Fields.Kind.ARRAY, MEMBERS);
    private static final Fields MEMBER = Fields.none()
            .required(Fields.Kind.ID, "workspace_member_id")
            .required(Fields.Kind.TEXT, "level")
            .oneOf("level", LEVELS);

    private final Workspace workspace;

    Lists(Workspace workspace) {
        this.workspace = workspace;
    }

    void addTo(Routes routes) {
        routes.get("/v2/lists", this::list)
                .post("/v2/lists", this::create)
                .get("/v2/lists/{list}", this::get)
                .patch("/v2/lists/{list}", this::update);
    }

    private VendorResponse list(RouteCall call) {
        Fields.noQuery(call);
        return Answers.list(workspace.lists().stream().map(Owner::definition).toList());
    }

    private VendorResponse get(RouteCall call) {
        Fields.noQuery(call);
        return Answers.data(workspace.requireList(call.variable("list")).definition());
    }

    private VendorResponse create(RouteCall call) {
        ObjectNode input = CREATE.data(call);
        checkSlug(input.path("api_slug").asString(""));
        checkAccess(input);
        return Answers.data(add(workspace, workspace.newId(), input).definition());
    }

    /** Stores a list without attributes; the parent, one object when it is made, is shown as an array. */
    static Owner add(Workspace workspace, String id, ObjectNode input) {
        Owner parent = workspace.requireObject(input.path("parent_object").asString(""));
        ObjectNode definition = JsonNodeFactory.instance.objectNode();
        definition.set("id", Workspace.id("list_id", id));
        definition.setAll(input);
        definition.putArray("parent_object").add(parent.slug());
        definition.set("created_by_actor", Workspace.token());
        definition.put("created_at", workspace.now());
        Owner list = new Owner(id, definition);
        workspace.lists().add(list);
        return list;
    }

    private VendorResponse update(RouteCall call) {
        Owner list = workspace.requireList(call.variable("list"));
        ObjectNode input = UPDATE.data(call);
        String slug = input.path("api_slug").asString(list.slug());
        if (!slug.equals(list.slug())) {
            checkSlug(slug);
        }
        ObjectNode changed = list.definition().deepCopy();
        changed.setAll(input);
        checkAccess(changed);
        list.definition().setAll(input);
        return Answers.data(list.definition());
    }

    private void checkSlug(String slug) {
        if (workspace.lists().stream().anyMatch(list -> list.slug().equals(slug))) {
            throw AttioException.conflict("slug_conflict", "The slug \"" + slug + "\" is taken by another list.");
        }
    }

    /** Somebody must keep full access. */
    private void checkAccess(ObjectNode list) {
        boolean isOpen = list.path(ACCESS).asString("").equals(LEVELS[0]);
        for (JsonNode each : list.path(MEMBERS)) {
            ObjectNode member = MEMBER.within(each, MEMBERS);
            workspace.requireMember(member.path("workspace_member_id").asString(""));
            isOpen |= member.path("level").asString("").equals(LEVELS[0]);
        }
        if (!isOpen) {
            throw AttioException.form("Either everybody or at least one member must have full access.");
        }
    }
}
