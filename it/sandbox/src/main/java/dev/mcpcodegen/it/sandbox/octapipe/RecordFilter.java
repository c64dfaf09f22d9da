package dev.mcpcodegen.it.sandbox.octapipe;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Conditions that select records: {@code [{"field", "operator", "value"}]}, all of which must hold. Their form is assumed. */
final class RecordFilter {

    private static final Set<String> PROPERTIES =
            Set.of("uuid", "name", "created_at", "updated_at", "owner_user_uuid", "creator_user_uuid");
    private static final List<String> OPERATORS =
            List.of("eq", "neq", "gt", "gte", "lt", "lte", "contains", "in", "is_null");

    private RecordFilter() {}

    /** Returns what the conditions select among a database's records. */
    static Predicate<ObjectNode> of(ObjectNode database, JsonNode conditions) {
        Problems problems = new Problems();
        if (conditions.isEmpty()) {
            problems.add("filters", "The filters must have at least 1 item.");
        }
        for (int i = 0; i < conditions.size(); i++) {
            check(database, conditions.path(i), "filters." + i, problems);
        }
        problems.refuse();
        return stored -> conditions
                .valueStream()
                .allMatch(condition -> holds(condition, value(stored, text(condition, "field"))));
    }

    private static void check(ObjectNode database, JsonNode condition, String name, Problems problems) {
        String field = text(condition, "field");
        if (!PROPERTIES.contains(field) && CustomFields.find(database, field).isEmpty()) {
            problems.add(name + ".field", "The selected field is invalid.");
        }
        String operator = text(condition, "operator");
        if (!OPERATORS.contains(operator)) {
            problems.add(name + ".operator", "The selected operator is invalid.");
        }
        if (operator.equals("in") != condition.path("value").isArray()
                || operator.equals("is_null") == condition.has("value")) {
            problems.add(name + ".value", "The value does not fit the operator.");
        }
        condition.propertyNames().stream()
                .filter(property -> !Set.of("field", "operator", "value").contains(property))
                .forEach(property -> problems.add(name + "." + property, "The " + property + " field is not known."));
    }

    private static JsonNode value(ObjectNode stored, String field) {
        if (field.endsWith("_user_uuid")) {
            return stored.path(field.substring(0, field.length() - "_uuid".length()))
                    .path("uuid");
        }
        return PROPERTIES.contains(field)
                ? stored.path(field)
                : stored.path("custom_fields_values").path(field);
    }

    private static boolean holds(JsonNode condition, JsonNode value) {
        JsonNode wanted = condition.path("value");
        boolean isNull = value.isMissingNode() || value.isNull();
        return switch (text(condition, "operator")) {
            case "is_null" -> isNull;
            case "eq" -> !isNull && compare(value, wanted) == 0;
            case "neq" -> isNull || compare(value, wanted) != 0;
            case "gt" -> !isNull && compare(value, wanted) > 0;
            case "gte" -> !isNull && compare(value, wanted) >= 0;
            case "lt" -> !isNull && compare(value, wanted) < 0;
            case "lte" -> !isNull && compare(value, wanted) <= 0;
            case "contains" -> contains(value, wanted);
            case "in" -> !isNull && wanted.valueStream().anyMatch(each -> compare(value, each) == 0);
            default -> false;
        };
    }

    private static boolean contains(JsonNode value, JsonNode wanted) {
        return value.isArray()
                ? value.valueStream().anyMatch(wanted::equals)
                : lower(value).contains(lower(wanted));
    }

    private static String lower(JsonNode value) {
        return value.asString("").toLowerCase(Locale.ROOT);
    }

    /** Dates and times are in a form whose order is that of text. */
    private static int compare(JsonNode value, JsonNode wanted) {
        if (value.isNumber() && wanted.isNumber()) {
            BigDecimal number = value.decimalValue();
            return number.compareTo(wanted.decimalValue());
        }
        return value.asString("").compareTo(wanted.asString(""));
    }

    private static String text(JsonNode condition, String property) {
        return condition.path(property).asString("");
    }
}
