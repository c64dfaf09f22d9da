package dev.mcpcodegen.it.sandbox.affinity;

import dev.mcpcodegen.it.sandbox.vendor.RouteCall;
import dev.mcpcodegen.it.sandbox.vendor.Routes;
import dev.mcpcodegen.it.sandbox.vendor.Shape;
import dev.mcpcodegen.it.sandbox.vendor.ValueType;
import dev.mcpcodegen.it.sandbox.vendor.VendorResponse;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Who the API key belongs to, and how well the firm's people know others. */
final class KeyOwner {

    private static final Shape STRENGTHS =
            Shape.empty().required("external_id", ValueType.INTEGER).optional("internal_id", ValueType.INTEGER);

    private final AffinityRecords records;

    KeyOwner(AffinityRecords records) {
        this.records = records;
    }

    void addTo(Routes routes) {
        routes.get("/auth/whoami", this::whoami).get("/relationships-strengths", this::strengths);
    }

    private VendorResponse whoami(RouteCall call) {
        ObjectNode owner = records.requireInternal("The key owner", AffinityRecords.KEY_OWNER);
        // Unlike all other answers of this version, this one is in camel case.
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.putObject("tenant")
                .put("id", 8001)
                .put("name", "Northbeam Ventures")
                .put("subdomain", "northbeam");
        ObjectNode user = answer.putObject("user").put("id", Ids.of(owner));
        user.set("firstName", owner.get("first_name"));
        user.set("lastName", owner.get("last_name"));
        user.set("email", owner.get("primary_email"));
        answer.putObject("grant")
                .put("type", "api-key")
                .put("scope", "api")
                .put("createdAt", "2026-01-12T09:00:00.000-08:00");
        return Answers.record(answer);
    }

    /** Assumes that an external person nobody knows has an empty answer, not an error. */
    private VendorResponse strengths(RouteCall call) {
        ObjectNode query = call.query(STRENGTHS);
        return Answers.array(records.strengths()
                .where(known -> known.get("external_id").asLong()
                        == query.get("external_id").asLong())
                .filter(known -> !query.has("internal_id")
                        || known.get("internal_id").asLong()
                                == query.get("internal_id").asLong())
                .map(known -> known.deepCopy().without("id"))
                .toList());
    }
}
