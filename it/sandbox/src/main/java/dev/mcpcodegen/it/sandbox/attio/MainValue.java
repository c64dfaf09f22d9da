package dev.mcpcodegen.it.sandbox.attio;

import java.util.Comparator;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The property of a value that stands for the whole: what is compared when a filter, a sort or a unique attribute names no property. */
final class MainValue {

    /** Numbers by size, everything else by text; what is absent comes last. */
    static final Comparator<JsonNode> ORDER = MainValue::compare;

    private MainValue() {}

    /** The main property of a value, by the attribute's type. */
    static JsonNode of(ObjectNode value) {
        return switch (value.path("attribute_type").asString("")) {
            case "currency" -> value.path("currency_value");
            case "select" -> value.at("/option/title");
            case "status" -> value.at("/status/title");
            case "record-reference" -> value.path("target_record_id");
            case "actor-reference" -> value.path("referenced_actor_id");
            case "domain" -> value.path("domain");
            case "email-address" -> value.path("email_address");
            case "phone-number" -> value.path("phone_number");
            case "personal-name" -> value.path("full_name");
            case "location" -> value.path("locality");
            case "interaction" -> value.path("interacted_at");
            default -> value.path("value");
        };
    }

    /** Every text that names the value: choices go by title or id. */
    static List<JsonNode> names(ObjectNode value) {
        return switch (value.path("attribute_type").asString("")) {
            case "select" -> List.of(of(value), value.at("/option/id/option_id"));
            case "status" -> List.of(of(value), value.at("/status/id/status_id"));
            default -> List.of(of(value));
        };
    }

    /** Tells whether two values of one attribute are the same. */
    static boolean areEqual(ObjectNode one, ObjectNode other) {
        boolean isWhole = one.path("attribute_type").asString("").equals("location");
        return isWhole ? withoutHistory(one).equals(withoutHistory(other)) : compare(of(one), of(other)) == 0;
    }

    private static ObjectNode withoutHistory(ObjectNode value) {
        return value.deepCopy().without(List.of("active_from", "active_until", "created_by_actor"));
    }

    private static int compare(JsonNode one, JsonNode other) {
        if (isAbsent(one) || isAbsent(other)) {
            return Boolean.compare(isAbsent(one), isAbsent(other));
        }
        return one.isNumber() && other.isNumber()
                ? one.decimalValue().compareTo(other.decimalValue())
                : one.asString("").compareTo(other.asString(""));
    }

    private static boolean isAbsent(JsonNode value) {
        return value.isNull() || value.isMissingNode();
    }
}
