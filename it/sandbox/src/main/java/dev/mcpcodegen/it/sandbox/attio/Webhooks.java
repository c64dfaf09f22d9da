package dev.mcpcodegen.it.sandbox.attio;

import dev.mcpcodegen.it.sandbox.vendor.RouteCall;
import dev.mcpcodegen.it.sandbox.vendor.Routes;
import dev.mcpcodegen.it.sandbox.vendor.VendorResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Webhooks; nothing is ever delivered. */
final class Webhooks {

    private static final Fields CREATE =
            Fields.none().required(Fields.Kind.TEXT, "target_url").required(Fields.Kind.ARRAY, "subscriptions");
    private static final Fields SUBSCRIPTION =
            Fields.none().required(Fields.Kind.TEXT, "event_type").requiredOrNull(Fields.Kind.OBJECT, "filter");
    private static final Fields CONDITIONS = Fields.none().optional(Fields.Kind.ARRAY, "$and", "$or");

    private final Workspace workspace;

    Webhooks(Workspace workspace) {
        this.workspace = workspace;
    }

    void addTo(Routes routes) {
        routes.get("/v2/webhooks", this::list)
                .post("/v2/webhooks", this::create)
                .get("/v2/webhooks/{webhook_id}", this::get)
                .patch("/v2/webhooks/{webhook_id}", this::update)
                .delete("/v2/webhooks/{webhook_id}", this::delete);
    }

    private VendorResponse list(RouteCall call) {
        ObjectNode query = Fields.none().paged().query(call, 100);
        if (query.path("limit").asInt(10) < 10) {
            throw AttioException.form("\"limit\" must be between 10 and 100.");
        }
        return Answers.page(workspace.webhooks().all(), query, 10);
    }

    private VendorResponse create(RouteCall call) {
        ObjectNode webhook = checked(CREATE.data(call));
        webhook.put("status", "active").put("created_at", workspace.now());
        ObjectNode shown = workspace.webhooks().create(webhook).deepCopy();
        return Answers.data(shown.put("secret", "whsec_shown_only_once"));
    }

    private VendorResponse update(RouteCall call) {
        ObjectNode webhook = workspace.webhooks().require(call.variable("webhook_id"));
        webhook.setAll(checked(CREATE.allOptional().data(call)));
        return Answers.data(webhook);
    }

    private static ObjectNode checked(ObjectNode input) {
        if (!input.path("target_url").asString("https://").startsWith("https://")) {
            throw AttioException.form("\"target_url\" must be an HTTPS address.");
        }
        for (JsonNode each : input.path("subscriptions")) {
            JsonNode filter = SUBSCRIPTION.within(each, "subscriptions").path("filter");
            if (filter.isObject()) {
                CONDITIONS.within(filter, "filter");
            }
        }
        return input;
    }

    private VendorResponse get(RouteCall call) {
        Fields.noQuery(call);
        return Answers.data(workspace.webhooks().require(call.variable("webhook_id")));
    }

    private VendorResponse delete(RouteCall call) {
        Fields.noQuery(call);
        workspace.webhooks().require(call.variable("webhook_id"));
        workspace.webhooks().remove(call.variable("webhook_id"));
        return Answers.nothing();
    }
}
