package dev.mcpcodegen.it.sandbox.attio;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** An object or a list: what has attributes, and is the owner of records or entries. */
final class Owner {

    private final String id;
    private final ObjectNode definition;
    private final List<Attribute> attributes = new ArrayList<>();
    private final List<Holder> holders = new ArrayList<>();

    Owner(String id, ObjectNode definition) {
        this.id = id;
        this.definition = definition;
    }

    String id() {
        return id;
    }

    /** The definition itself: whoever changes it changes the object or list. */
    ObjectNode definition() {
        return definition;
    }

    String slug() {
        return definition.path("api_slug").asString("");
    }

    boolean isNamed(String slugOrId) {
        return slug().equals(slugOrId) || id.equals(slugOrId);
    }

    /** The attributes in the order of the app; the list itself. */
    List<Attribute> attributes() {
        return attributes;
    }

    Optional<Attribute> attribute(String slugOrId) {
        return attributes.stream().filter(each -> each.isNamed(slugOrId)).findFirst();
    }

    /** The attribute that a path names, or 404. */
    Attribute requireAttribute(String slugOrId) {
        return attribute(slugOrId)
                .orElseThrow(() -> AttioException.notFound(
                        "Attribute with slug or ID \"" + slugOrId + "\" was not found on \"" + slug() + "\"."));
    }

    /** Its records or entries, oldest first; the list itself. */
    List<Holder> holders() {
        return holders;
    }

    Optional<Holder> holder(String holderId) {
        return holders.stream().filter(each -> each.id().equals(holderId)).findFirst();
    }

    /** The record or entry that a path names, or 404. */
    Holder requireHolder(String noun, String holderId) {
        return holder(holderId)
                .orElseThrow(() -> AttioException.notFound(
                        noun + " with ID \"" + holderId + "\" was not found in \"" + slug() + "\"."));
    }
}
