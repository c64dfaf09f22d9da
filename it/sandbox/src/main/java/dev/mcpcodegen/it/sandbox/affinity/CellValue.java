package dev.mcpcodegen.it.sandbox.affinity;

import dev.mcpcodegen.it.sandbox.vendor.RefusedException;
import java.time.DateTimeException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** What a cell may hold, by the value type of its column. */
final class CellValue {

    private CellValue() {}

    /** Returns a given value as it is stored and read back, or refuses with 422. */
    static JsonNode stored(JsonNode field, JsonNode given) {
        int type = field.path("value_type").asInt(0);
        return switch (type) {
            case 0, 1 -> require(given.isIntegralNumber(), given, "the id of a person or an organization");
            case 2, 6 -> require(given.isString(), given, "a string");
            case 3 -> require(given.isNumber(), given, "a number");
            case 4 -> date(require(given.isString(), given, "a date"));
            case 5 -> require(given.isObject(), given, "a location: street_address, city, state, country");
            case 7 -> option(field, given);
            default -> throw new IllegalStateException("No value type " + type);
        };
    }

    private static JsonNode require(boolean isAccepted, JsonNode given, String wanted) {
        if (!isAccepted) {
            throw new RefusedException(422, "value must be " + wanted + ".");
        }
        return given.deepCopy();
    }

    private static JsonNode date(JsonNode given) {
        try {
            return JsonNodeFactory.instance.stringNode(Moments.midnight(given.stringValue()));
        } catch (DateTimeException | IndexOutOfBoundsException e) {
            throw new RefusedException(422, "value must be a date.");
        }
    }

    /** A ranked dropdown is written by the option's id and read as the whole option. */
    private static JsonNode option(JsonNode field, JsonNode given) {
        return field.path("dropdown_options")
                .valueStream()
                .filter(option -> given.isIntegralNumber() && Ids.of(option) == given.asLong(0))
                .findFirst()
                .map(JsonNode::deepCopy)
                .orElseThrow(() -> new RefusedException(422, "value must be the id of one of the field's options."));
    }
}
