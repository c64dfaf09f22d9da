package dev.mcpcodegen.it.sandbox.attio;

import dev.mcpcodegen.it.sandbox.vendor.RouteCall;
import dev.mcpcodegen.it.sandbox.vendor.Routes;
import dev.mcpcodegen.it.sandbox.vendor.VendorResponse;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Who uses the workspace, and what the access token is. */
final class Members {

    private final Workspace workspace;

    Members(Workspace workspace) {
        this.workspace = workspace;
    }

    void addTo(Routes routes) {
        routes.get("/v2/workspace_members", this::list)
                .get("/v2/workspace_members/{workspace_member_id}", this::get)
                .get("/v2/self", this::self);
    }

    private VendorResponse list(RouteCall call) {
        Fields.noQuery(call);
        return Answers.list(workspace.members().all());
    }

    private VendorResponse get(RouteCall call) {
        Fields.noQuery(call);
        return Answers.data(workspace.members().require(call.variable("workspace_member_id")));
    }

    /** The only answer without an envelope. */
    private VendorResponse self(RouteCall call) {
        Fields.noQuery(call);
        ObjectNode self = JsonNodeFactory.instance
                .objectNode()
                .put("active", true)
                .put(
                        "scope",
                        "comment:read-write list_configuration:read-write list_entry:read-write note:read-write"
                                + " object_configuration:read-write record_permission:read-write task:read-write"
                                + " user_management:read webhook:read-write")
                .put("client_id", "demo")
                .put("token_type", "Bearer")
                .putNull("exp")
                .put("iat", 1_790_000_000L)
                .put("sub", Workspace.ID)
                .put("aud", "demo")
                .put("iss", "attio.com")
                .put("authorized_by_workspace_member_id", Workspace.TOKEN_OWNER)
                .put("workspace_id", Workspace.ID)
                .put("workspace_name", "Northbeam Ventures")
                .put("workspace_slug", "northbeam")
                .putNull("workspace_logo_url");
        return VendorResponse.json(200, self);
    }
}
