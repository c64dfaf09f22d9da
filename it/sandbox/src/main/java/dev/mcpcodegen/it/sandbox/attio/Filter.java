package dev.mcpcodegen.it.sandbox.attio;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Tells whether a record or entry meets a filter, in its short and its verbose form. */
final class Filter {

    private final Paths paths;

    Filter(Workspace workspace) {
        this.paths = new Paths(workspace);
    }

    /** Every key of the filter must hold. */
    boolean matches(JsonNode filter, Holder holder) {
        if (!(filter instanceof ObjectNode object)) {
            throw error("A filter must be an object.");
        }
        if (object.has("path")) {
            return paths.ends(holder, object.path("path"))
                    .anyMatch(end -> holds(end.holder(), end.attribute(), object.path("constraints")));
        }
        return object.propertyStream().allMatch(property -> switch (property.getKey()) {
            case "$and" -> property.getValue().valueStream().allMatch(each -> matches(each, holder));
            case "$or" -> property.getValue().valueStream().anyMatch(each -> matches(each, holder));
            case "$not" -> !matches(property.getValue(), holder);
            default -> holds(holder, property.getKey(), property.getValue());
        });
    }

    private static boolean holds(Holder holder, String slug, JsonNode constraint) {
        return switch (slug) {
            case "record_id", "entry_id" -> meets(JsonNodeFactory.instance.stringNode(holder.id()), constraint);
            case "created_at" -> meets(JsonNodeFactory.instance.stringNode(holder.createdAt()), constraint);
            case "parent_record" -> isParent(holder, constraint);
            default -> {
                Attribute attribute = holder.owner()
                        .attribute(slug)
                        .orElseThrow(() -> error("Unknown attribute \"" + slug + "\" of \""
                                + holder.owner().slug() + "\"."));
                yield holds(holder.active(attribute), constraint);
            }
        };
    }

    private static boolean isParent(Holder entry, JsonNode constraint) {
        Holder parent = entry.parent();
        return parent != null
                && meets(
                        JsonNodeFactory.instance.stringNode(parent.id()),
                        constraint.has("target_record_id") ? constraint.path("target_record_id") : constraint);
    }

    /** One value meets the whole constraint; being empty is said of all together. */
    private static boolean holds(List<ObjectNode> values, JsonNode constraint) {
        if (constraint.path("$not_empty").isBoolean()) {
            return values.isEmpty() != constraint.path("$not_empty").asBoolean();
        }
        return values.stream().anyMatch(value -> {
            if (!constraint.isObject() || isOperators(constraint)) {
                return MainValue.names(value).stream().anyMatch(name -> meets(name, constraint));
            }
            return constraint
                    .propertyStream()
                    .allMatch(property -> meets(property(value, property.getKey()), property.getValue()));
        });
    }

    /** Choices are objects in the answer, but go by title or id in a filter. */
    private static JsonNode property(ObjectNode value, String name) {
        if (!value.has(name)) {
            throw error("Unknown property \"" + name + "\" of a "
                    + value.path("attribute_type").asString("") + ".");
        }
        return value.path(name).isObject() ? MainValue.of(value) : value.path(name);
    }

    private static boolean isOperators(JsonNode constraint) {
        return constraint
                .propertyStream()
                .allMatch(property -> property.getKey().startsWith("$"));
    }

    private static boolean meets(JsonNode value, JsonNode constraint) {
        if (constraint.isArray()) {
            throw error("A filter takes plain values, no arrays.");
        }
        if (!constraint.isObject()) {
            return equal(value, constraint);
        }
        return constraint.propertyStream().allMatch(operator -> meets(value, operator.getKey(), operator.getValue()));
    }

    private static boolean meets(JsonNode value, String operator, JsonNode operand) {
        String text = value.asString("").toLowerCase(Locale.ROOT);
        String wanted = operand.asString("").toLowerCase(Locale.ROOT);
        return switch (operator) {
            case "$eq" -> equal(value, operand);
            case "$in" -> operand.valueStream().anyMatch(each -> equal(value, each));
            case "$not_empty" -> operand.asBoolean() != value.isNull();
            case "$contains" -> text.contains(wanted);
            case "$starts_with" -> text.startsWith(wanted);
            case "$ends_with" -> text.endsWith(wanted);
            case "$lt" -> MainValue.ORDER.compare(value, operand) < 0;
            case "$lte" -> MainValue.ORDER.compare(value, operand) <= 0;
            case "$gt" -> MainValue.ORDER.compare(value, operand) > 0;
            case "$gte" -> MainValue.ORDER.compare(value, operand) >= 0;
            default -> throw error("Unknown operator \"" + operator + "\".");
        };
    }

    private static boolean equal(JsonNode value, JsonNode wanted) {
        if (value.isBoolean() || wanted.isBoolean()) {
            return value.equals(wanted);
        }
        return MainValue.ORDER.compare(value, wanted) == 0;
    }

    static AttioException error(String message) {
        return AttioException.invalid("filter_error", message);
    }

    /** The holders that meet the filter, in their order. */
    Stream<Holder> apply(JsonNode filter, Owner owner) {
        if (!filter.isMissingNode()) {
            // An empty object or list still refuses a filter that is wrong.
            matches(filter, new Holder(owner, "", "", null));
        }
        return owner.holders().stream().filter(holder -> filter.isMissingNode() || matches(filter, holder));
    }
}
