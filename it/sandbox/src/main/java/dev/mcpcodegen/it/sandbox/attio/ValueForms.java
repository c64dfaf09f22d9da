package dev.mcpcodegen.it.sandbox.attio;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads what may be written for an attribute, in every form that its type allows, into the form that is read. */
final class ValueForms {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final References references;

    ValueForms(Workspace workspace) {
        this.references = new References(workspace);
    }

    /** Returns the value without its history. */
    ObjectNode read(Attribute attribute, JsonNode given) {
        ObjectNode value = switch (attribute.type()) {
            case "text" -> JSON.objectNode().set("value", inner(attribute, given, "value", JsonNode::isString));
            case "number" -> JSON.objectNode().set("value", inner(attribute, given, "value", JsonNode::isNumber));
            case "rating" -> JSON.objectNode().set("value", inner(attribute, given, "value", ValueForms::isRating));
            case "checkbox" -> JSON.objectNode().put("value", flag(attribute, given));
            case "currency" -> currency(attribute, given);
            case "date" -> JSON.objectNode().put("value", date(attribute, given));
            case "timestamp" -> JSON.objectNode().put("value", moment(attribute, given));
            case "select" -> JSON.objectNode().set("option", choice(attribute, given, "option"));
            case "status" -> JSON.objectNode().set("status", choice(attribute, given, "status"));
            case "record-reference" -> references.record(attribute, given);
            case "actor-reference" -> references.actor(attribute, given);
            case "domain" -> ContactForms.domain(text(attribute, given, "domain"));
            case "email-address" -> ContactForms.email(attribute, text(attribute, given, "email_address"));
            case "phone-number" -> ContactForms.phone(attribute, given);
            case "personal-name" -> ContactForms.name(attribute, given);
            case "location" -> ContactForms.location(attribute, given);
            default -> throw wrong(attribute, given);
        };
        return value.put("attribute_type", attribute.type());
    }

    /** Refuses a value, naming the attribute. */
    static AttioException wrong(Attribute attribute, JsonNode given) {
        return AttioException.form("Invalid value was passed to attribute \"%s\" of type %s: %s."
                .formatted(attribute.slug(), attribute.type(), given));
    }

    static String text(Attribute attribute, JsonNode given, String property) {
        return inner(attribute, given, property, JsonNode::isString).stringValue();
    }

    /** The value itself, or the only property of an object around it. */
    private static JsonNode inner(Attribute attribute, JsonNode given, String property, Predicate<JsonNode> isRight) {
        JsonNode value = given instanceof ObjectNode object && object.size() == 1 ? object.path(property) : given;
        if (!isRight.test(value)) {
            throw wrong(attribute, given);
        }
        return value;
    }

    private static boolean isRating(JsonNode value) {
        return value.isIntegralNumber() && value.asInt(-1) >= 0 && value.asInt(-1) <= 5;
    }

    private static boolean flag(Attribute attribute, JsonNode given) {
        JsonNode value = inner(attribute, given, "value", each -> each.isBoolean() || each.isString());
        if (value.isString() && !value.stringValue().matches("true|false")) {
            throw wrong(attribute, given);
        }
        return value.isString() ? Boolean.parseBoolean(value.stringValue()) : value.asBoolean();
    }

    private static ObjectNode currency(Attribute attribute, JsonNode given) {
        ObjectNode value = JSON.objectNode();
        value.set("currency_value", inner(attribute, given, "currency_value", JsonNode::isNumber));
        value.set("currency_code", attribute.definition().at("/config/currency/default_currency_code"));
        return value;
    }

    /** The day; a moment with a zone is moved to UTC first. */
    private static String date(Attribute attribute, JsonNode given) {
        String text = text(attribute, given, "value");
        try {
            return text.length() == 10
                    ? LocalDate.parse(text).toString()
                    : OffsetDateTime.parse(text)
                            .withOffsetSameInstant(ZoneOffset.UTC)
                            .toLocalDate()
                            .toString();
        } catch (DateTimeException e) {
            throw wrong(attribute, given);
        }
    }

    private static String moment(Attribute attribute, JsonNode given) {
        String text = text(attribute, given, "value");
        try {
            Instant moment = text.length() == 10
                    ? LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC)
                    : OffsetDateTime.parse(text).toInstant();
            return Workspace.text(moment);
        } catch (DateTimeException e) {
            throw wrong(attribute, given);
        }
    }

    /** An option or status that exists; writing never makes one. */
    private static JsonNode choice(Attribute attribute, JsonNode given, String property) {
        String titleOrId = text(attribute, given, property);
        return attribute
                .choice(titleOrId)
                .filter(found -> !found.path("is_archived").asBoolean(false))
                .map(ObjectNode::deepCopy)
                .orElseThrow(() -> AttioException.invalid(
                        "value_not_found",
                        "Cannot find a %s with title or ID \"%s\" for attribute \"%s\"."
                                .formatted(property, titleOrId, attribute.slug())));
    }
}
