package dev.mcpcodegen.it.sandbox.vendor;

import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/**
 * A request that reached a route.
 *
 * @param request what was asked
 * @param variables the decoded path variables by name
 */
public record RouteCall(VendorRequest request, Map<String, String> variables) {

    /** Returns a path variable. */
    public String variable(String name) {
        String value = variables.get(name);
        if (value == null) {
            throw new IllegalArgumentException("The route has no variable {" + name + "}");
        }
        return value;
    }

    /** Returns the checked values of the query. */
    public ObjectNode query(Shape shape) {
        return request.query(shape);
    }

    /** Returns the checked values of the body. */
    public ObjectNode body(Shape shape) {
        return request.body(shape);
    }
}
