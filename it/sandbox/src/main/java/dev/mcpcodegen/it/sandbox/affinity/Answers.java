package dev.mcpcodegen.it.sandbox.affinity;

import dev.mcpcodegen.it.sandbox.vendor.VendorResponse;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The forms of the vendor's answers. */
final class Answers {

    private Answers() {}

    static VendorResponse record(ObjectNode answer) {
        return VendorResponse.json(200, answer);
    }

    static VendorResponse success() {
        return record(JsonNodeFactory.instance.objectNode().put("success", true));
    }

    /** Returns an unpaged list: a bare array. */
    static VendorResponse array(List<ObjectNode> items) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        items.forEach(array::add);
        return VendorResponse.json(200, array);
    }

    /** Returns a page under the name of the resource. */
    static VendorResponse page(String key, Paging.Page page) {
        ObjectNode envelope = JsonNodeFactory.instance.objectNode();
        ArrayNode items = envelope.putArray(key);
        page.items().forEach(items::add);
        return record(envelope.put("next_page_token", page.nextToken()));
    }

    /**
     * Returns an error. The vendor does not document the body; public client code expects, among other forms, an array of
     * messages.
     */
    static VendorResponse error(int status, List<String> messages) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        messages.forEach(array::add);
        return VendorResponse.json(status, array);
    }
}
