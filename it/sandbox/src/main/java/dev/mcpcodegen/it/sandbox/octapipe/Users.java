package dev.mcpcodegen.it.sandbox.octapipe;

import dev.mcpcodegen.it.sandbox.vendor.RouteCall;
import dev.mcpcodegen.it.sandbox.vendor.Routes;
import dev.mcpcodegen.it.sandbox.vendor.VendorResponse;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The people who log in to the account. */
final class Users {

    private static final Rules LIST = Pages.parameters(Rules.none());
    private static final Rules UPDATE = Rules.none()
            .required("first_name", InputKind.TEXT)
            .required("last_name", InputKind.TEXT)
            .required("email", InputKind.EMAIL)
            .required("role", InputKind.TEXT, "admin", "user")
            .required("enabled_pipelines", InputKind.UUIDS);
    private static final Rules CREATE = UPDATE.required("initial_password", InputKind.TEXT);

    private final OctapipeRecords records;

    Users(OctapipeRecords records) {
        this.records = records;
    }

    void addTo(Routes routes) {
        routes.get("/users", this::list)
                .post("/users", this::create)
                .get("/users/{id}", this::get)
                .put("/users/{id}", this::update)
                .delete("/users/{id}", this::delete);
    }

    private VendorResponse list(RouteCall call) {
        return Answers.list(Pages.cut(records.users().all(), LIST.query(call.request())));
    }

    private VendorResponse create(RouteCall call) {
        ObjectNode input = CREATE.body(call.request());
        check(input, "");
        // Nobody ever gets a password back.
        input.remove("initial_password");
        return Answers.created(add(records, input));
    }

    /** Stores a new user with the properties that the vendor adds. */
    static ObjectNode add(OctapipeRecords records, ObjectNode input) {
        ObjectNode made = JsonNodeFactory.instance.objectNode();
        made.setAll(input);
        made.put("is_active", true)
                .put("is_data_access_restricted", false)
                .putNull("job")
                .putNull("phone1")
                .putNull("phone2");
        made.putArray("custom_fields_values");
        made.putNull("picture");
        return records.users().create(records.stamped(made));
    }

    private VendorResponse get(RouteCall call) {
        return Answers.record(user(call));
    }

    private VendorResponse update(RouteCall call) {
        ObjectNode user = user(call);
        ObjectNode input = UPDATE.body(call.request());
        check(input, OctapipeRecords.uuid(user));
        user.setAll(input);
        records.touch(user);
        return Answers.record(user);
    }

    private VendorResponse delete(RouteCall call) {
        ObjectNode user = user(call);
        if (OctapipeRecords.uuid(user).equals(records.users().uuid(1))) {
            throw new InvalidInputException("id", "You cannot delete yourself.");
        }
        records.users().remove(user);
        return Answers.deleted();
    }

    private void check(ObjectNode input, String self) {
        Problems problems = new Problems();
        boolean isTaken = records.users().all().stream()
                .anyMatch(other -> other.path("email").equals(input.path("email"))
                        && !OctapipeRecords.uuid(other).equals(self));
        if (isTaken) {
            problems.add("email", "The email has already been taken.");
        }
        boolean hasUnknown = input.path("enabled_pipelines")
                .valueStream()
                .anyMatch(pipeline ->
                        records.pipelines().find(pipeline.asString("")).isEmpty());
        if (hasUnknown) {
            problems.add("enabled_pipelines", "The selected enabled_pipelines is invalid.");
        }
        problems.refuse();
    }

    private ObjectNode user(RouteCall call) {
        return OctapipeRecords.named(records.users(), "User", call.variable("id"));
    }
}
