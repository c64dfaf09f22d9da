package dev.mcpcodegen.it.sandbox.attio;

import dev.mcpcodegen.it.sandbox.vendor.RouteCall;
import dev.mcpcodegen.it.sandbox.vendor.Routes;
import dev.mcpcodegen.it.sandbox.vendor.VendorResponse;
import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The options of selects, and the statuses of status attributes. */
final class Choices {

    private static final String ATTRIBUTE = "/v2/{target}/{identifier}/attributes/{attribute}/";
    private static final Fields LIST = Fields.none().optional(Fields.Kind.BOOLEAN, "show_archived");
    private static final Fields NEW_OPTION = Fields.none().required(Fields.Kind.TEXT, "title");
    private static final Fields NEW_STATUS = NEW_OPTION
            .optional(Fields.Kind.BOOLEAN, "celebration_enabled")
            .optionalOrNull(Fields.Kind.TEXT, "target_time_in_status");

    private final Workspace workspace;

    Choices(Workspace workspace) {
        this.workspace = workspace;
    }

    void addTo(Routes routes) {
        addTo(routes, "options", "select", NEW_OPTION);
        addTo(routes, "statuses", "status", NEW_STATUS);
    }

    private void addTo(Routes routes, String segment, String type, Fields fields) {
        Fields changes = fields.allOptional().optional(Fields.Kind.BOOLEAN, "is_archived");
        routes.get(ATTRIBUTE + segment, call -> list(attribute(call, type), call))
                .post(ATTRIBUTE + segment, call -> create(attribute(call, type), fields.data(call)))
                .patch(ATTRIBUTE + segment + "/{choice}", call -> update(attribute(call, type), call, changes));
    }

    private Attribute attribute(RouteCall call, String type) {
        Attribute attribute = Attributes.owner(workspace, call).requireAttribute(call.variable("attribute"));
        if (!attribute.type().equals(type)) {
            throw AttioException.notFound(
                    "Attribute \"" + attribute.slug() + "\" is of type " + attribute.type() + ".");
        }
        return attribute;
    }

    private static VendorResponse list(Attribute attribute, RouteCall call) {
        boolean showArchived = LIST.query(call).path("show_archived").asBoolean(false);
        List<ObjectNode> shown = attribute.choices().stream()
                .filter(choice -> showArchived || !choice.path("is_archived").asBoolean(false))
                .toList();
        return Answers.list(shown);
    }

    private VendorResponse create(Attribute attribute, ObjectNode input) {
        checkTitle(attribute, input.path("title").asString(""));
        return Answers.data(add(workspace, attribute, input));
    }

    /** Stores an option or a status. */
    static ObjectNode add(Workspace workspace, Attribute attribute, ObjectNode input) {
        ObjectNode id = (ObjectNode) attribute.definition().path("id").deepCopy();
        ObjectNode choice = JsonNodeFactory.instance.objectNode();
        choice.set("id", id.put(attribute.choiceId(), workspace.newId()));
        choice.put("title", input.path("title").asString("")).put("is_archived", false);
        if (attribute.type().equals("status")) {
            choice.put("celebration_enabled", input.path("celebration_enabled").asBoolean(false))
                    .put(
                            "target_time_in_status",
                            input.path("target_time_in_status").asString(null));
        }
        attribute.choices().add(choice);
        return choice;
    }

    private static VendorResponse update(Attribute attribute, RouteCall call, Fields changes) {
        String titleOrId = call.variable("choice");
        ObjectNode choice = attribute
                .choice(titleOrId)
                .orElseThrow(() -> AttioException.notFound("There is no choice \"" + titleOrId + "\"."));
        ObjectNode input = changes.data(call);
        String title = input.path("title").asString("");
        if (!title.isEmpty() && !choice.path("title").asString("").equals(title)) {
            checkTitle(attribute, title);
        }
        choice.setAll(input);
        return Answers.data(choice);
    }

    private static void checkTitle(Attribute attribute, String title) {
        if (title.isEmpty()) {
            throw AttioException.form("\"title\" is empty.");
        }
        if (attribute.choice(title).isPresent()) {
            throw AttioException.conflict(
                    "slug_conflict", "\"" + attribute.slug() + "\" already has \"" + title + "\".");
        }
    }
}
