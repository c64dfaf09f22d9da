package dev.mcpcodegen.it.sandbox.attio;

import dev.mcpcodegen.it.sandbox.vendor.VendorResponse;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The forms of Attio's answers. */
final class Answers {

    private Answers() {}

    /** An answer in the envelope; what is stored stays out of reach. */
    static VendorResponse data(JsonNode data) {
        ObjectNode envelope = JsonNodeFactory.instance.objectNode();
        envelope.set("data", data.deepCopy());
        return VendorResponse.json(200, envelope);
    }

    static VendorResponse list(List<ObjectNode> items) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        items.forEach(array::add);
        return data(array);
    }

    /** The page that {@code limit} and {@code offset} ask for; nothing tells how many items there are. */
    static VendorResponse page(List<ObjectNode> items, ObjectNode given, int usual) {
        int from = Math.min(given.path("offset").asInt(0), items.size());
        int to = Math.min(from + given.path("limit").asInt(usual), items.size());
        return list(items.subList(from, to));
    }

    /** What a deletion answers. */
    static VendorResponse nothing() {
        return VendorResponse.json(200, JsonNodeFactory.instance.objectNode());
    }

    static VendorResponse error(AttioException refusal) {
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("status_code", refusal.status())
                .put("type", refusal.type())
                .put("code", refusal.code())
                .put("message", refusal.getMessage());
        return VendorResponse.json(refusal.status(), body);
    }
}
