package dev.mcpcodegen.it.sandbox.affino;

import dev.mcpcodegen.it.sandbox.vendor.RefusedException;
import dev.mcpcodegen.it.sandbox.vendor.Shape;
import dev.mcpcodegen.it.sandbox.vendor.ValueType;
import dev.mcpcodegen.it.sandbox.vendor.VendorResponse;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The forms of the vendor's answers; all of them are assumed. */
final class Answers {

    private static final String PAGE = "PageNumber";
    private static final String SIZE = "PageSize";
    private static final int DEFAULT_SIZE = 25;
    private static final int MAX_SIZE = 100;

    private Answers() {}

    /** Returns a shape without properties, which refuses what is not declared. */
    static Shape shape() {
        return Shape.strict(400);
    }

    /** Returns a shape with the paging arguments. */
    static Shape paged(Shape shape) {
        return shape.optional(PAGE, ValueType.INTEGER).optional(SIZE, ValueType.INTEGER);
    }

    static VendorResponse record(ObjectNode answer) {
        return VendorResponse.json(200, answer);
    }

    static VendorResponse success() {
        return record(JsonNodeFactory.instance.objectNode().put("Success", true));
    }

    /** Returns everything at once. */
    static VendorResponse whole(List<ObjectNode> items) {
        return record(data(items));
    }

    /** Returns the page that the query asks for; one past the end is empty. */
    static VendorResponse page(List<ObjectNode> items, ObjectNode query) {
        int page = query.path(PAGE).asInt(1);
        int size = query.path(SIZE).asInt(DEFAULT_SIZE);
        if (page < 1 || size < 1 || size > MAX_SIZE) {
            throw new RefusedException(400, PAGE + " starts at 1, and " + SIZE + " is 1 to " + MAX_SIZE + ".");
        }
        int from = (int) Math.min((page - 1L) * size, items.size());
        int to = Math.min(from + size, items.size());
        return record(data(items.subList(from, to))
                .put("TotalCount", items.size())
                .put(PAGE, page)
                .put(SIZE, size));
    }

    private static ObjectNode data(List<ObjectNode> items) {
        ObjectNode envelope = JsonNodeFactory.instance.objectNode();
        ArrayNode data = envelope.putArray("Data");
        items.forEach(data::add);
        return envelope;
    }

    static VendorResponse failure(int status, List<String> messages) {
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("StatusCode", status)
                .put("Message", messages.isEmpty() ? "The request failed." : messages.get(0));
        ArrayNode errors = body.putArray("Errors");
        messages.forEach(errors::add);
        body.putArray("Warnings");
        return VendorResponse.json(status, body);
    }
}
