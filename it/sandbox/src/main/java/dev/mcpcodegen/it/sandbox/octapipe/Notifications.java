package dev.mcpcodegen.it.sandbox.octapipe;

import dev.mcpcodegen.it.sandbox.vendor.RouteCall;
import dev.mcpcodegen.it.sandbox.vendor.Routes;
import dev.mcpcodegen.it.sandbox.vendor.VendorResponse;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Messages to users. Theirs is the one list in an envelope. */
final class Notifications {

    private static final Rules LIST = Pages.parameters(Rules.none());
    private static final Rules CREATE = Parents.parameters(Rules.none().required("owner_user_uuid", InputKind.UUID))
            .required("message", InputKind.TEXT);

    private final OctapipeRecords records;
    private final Parents parents;

    Notifications(OctapipeRecords records) {
        this.records = records;
        this.parents = new Parents(records);
    }

    void addTo(Routes routes) {
        routes.get("/notifications", this::list).post("/notifications", this::create);
    }

    private VendorResponse list(RouteCall call) {
        return Answers.data(Pages.cut(records.notifications().all(), LIST.query(call.request())));
    }

    private VendorResponse create(RouteCall call) {
        ObjectNode input = CREATE.body(call.request());
        parents.require(input);
        if (records.users().find(input.path("owner_user_uuid").asString("")).isEmpty()) {
            throw new InvalidInputException("owner_user_uuid", "The selected owner_user_uuid is invalid.");
        }
        return Answers.created(add(records, input));
    }

    static ObjectNode add(OctapipeRecords records, ObjectNode input) {
        ObjectNode made = JsonNodeFactory.instance.objectNode();
        made.setAll(input);
        return records.notifications().create(records.stamped(made.putNull("read_at")));
    }
}
