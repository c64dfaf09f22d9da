package dev.mcpcodegen.it.sandbox.octapipe;

import dev.mcpcodegen.it.sandbox.vendor.VendorResponse;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The forms of the vendor's answers. */
final class Answers {

    private Answers() {}

    static VendorResponse record(ObjectNode stored) {
        return VendorResponse.json(200, stored);
    }

    static VendorResponse created(ObjectNode stored) {
        return VendorResponse.json(201, stored);
    }

    static VendorResponse deleted() {
        return VendorResponse.empty(204);
    }

    /** Returns a list as public client code reads it: a bare array. */
    static VendorResponse list(List<ObjectNode> items) {
        return VendorResponse.json(200, array(items));
    }

    /** Returns a list in an envelope, which only notifications have. */
    static VendorResponse data(List<ObjectNode> items) {
        ObjectNode envelope = JsonNodeFactory.instance.objectNode();
        envelope.set("data", array(items));
        return VendorResponse.json(200, envelope);
    }

    private static ArrayNode array(List<ObjectNode> items) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        items.forEach(array::add);
        return array;
    }

    static VendorResponse error(int status, String message) {
        return VendorResponse.json(status, JsonNodeFactory.instance.objectNode().put("message", message));
    }

    /** Returns a refusal with messages for each field; the form is assumed, from what the rest of the API resembles. */
    static VendorResponse invalid(Map<String, List<String>> errors) {
        List<String> messages = errors.values().stream().flatMap(List::stream).toList();
        int others = messages.size() - 1;
        String more = others == 0 ? "" : " (and " + others + " more error" + (others == 1 ? ")" : "s)");
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("message", messages.get(0) + more);
        ObjectNode byField = body.putObject("errors");
        errors.forEach((field, told) -> told.forEach(byField.withArray("/" + pointer(field))::add));
        return VendorResponse.json(422, body);
    }

    /** Escapes a name for a JSON Pointer (RFC 6901, section 3). */
    private static String pointer(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
