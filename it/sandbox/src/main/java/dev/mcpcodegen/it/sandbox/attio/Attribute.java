package dev.mcpcodegen.it.sandbox.attio;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** A field of records or entries: its definition as the API shows it, and the choices of a select or status. */
final class Attribute {

    private final ObjectNode definition;
    private final List<ObjectNode> choices = new ArrayList<>();

    Attribute(ObjectNode definition) {
        this.definition = definition;
    }

    /** The definition itself: whoever changes it changes the attribute. */
    ObjectNode definition() {
        return definition;
    }

    String id() {
        return definition.at("/id/attribute_id").asString("");
    }

    String slug() {
        return definition.path("api_slug").asString("");
    }

    String type() {
        return definition.path("type").asString("");
    }

    boolean is(String flag) {
        return definition.path(flag).asBoolean(false);
    }

    boolean isMultiselect() {
        return is("is_multiselect");
    }

    boolean isNamed(String slugOrId) {
        return slug().equals(slugOrId) || id().equals(slugOrId);
    }

    /** Options of a select, or statuses, in order; the list itself. */
    List<ObjectNode> choices() {
        return choices;
    }

    /** The choice with this title or id. */
    Optional<ObjectNode> choice(String titleOrId) {
        return choices.stream()
                .filter(choice -> choice.path("title").asString("").equals(titleOrId)
                        || choice.path("id").path(choiceId()).asString("").equals(titleOrId))
                .findFirst();
    }

    /** The name of a choice's own id. */
    String choiceId() {
        return type().equals("status") ? "status_id" : "option_id";
    }
}
