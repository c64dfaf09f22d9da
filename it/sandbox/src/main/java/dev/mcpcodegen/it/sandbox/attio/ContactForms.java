package dev.mcpcodegen.it.sandbox.attio;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads values that tell how to reach somebody: domains, addresses, numbers, names, places. */
final class ContactForms {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final List<String> NAME = List.of("first_name", "last_name", "full_name");
    private static final List<String> PLACE = List.of(
            "line_1",
            "line_2",
            "line_3",
            "line_4",
            "locality",
            "region",
            "postcode",
            "country_code",
            "latitude",
            "longitude");

    private ContactForms() {}

    static ObjectNode domain(String given) {
        String domain =
                given.toLowerCase(Locale.ROOT).replaceFirst("^https?://", "").replaceFirst("/.*$", "");
        return JSON.objectNode().put("domain", domain).put("root_domain", root(domain));
    }

    static ObjectNode email(Attribute attribute, String given) {
        int at = given.indexOf('@');
        if (at < 1 || at == given.length() - 1) {
            throw ValueForms.wrong(attribute, JSON.stringNode(given));
        }
        String address = given.toLowerCase(Locale.ROOT);
        String domain = address.substring(at + 1);
        return JSON.objectNode()
                .put("email_address", address)
                .put("original_email_address", given)
                .put("email_domain", domain)
                .put("email_root_domain", root(domain))
                .put("email_local_specifier", address.substring(0, at));
    }

    private static String root(String domain) {
        String[] labels = domain.split("\\.", -1);
        return labels.length < 3 ? domain : labels[labels.length - 2] + "." + labels[labels.length - 1];
    }

    /** A number with its country's prefix, or an object that names the country. */
    static ObjectNode phone(Attribute attribute, JsonNode given) {
        ObjectNode object = given.isString()
                ? JSON.objectNode().put("original_phone_number", given.stringValue())
                : object(attribute, given, Set.of("original_phone_number", "country_code"));
        String original = object.path("original_phone_number").asString("");
        boolean hasCountry = object.path("country_code").isString();
        if (!original.startsWith("+") && !hasCountry) {
            throw ValueForms.wrong(attribute, given);
        }
        return JSON.objectNode()
                .put("original_phone_number", original)
                .put("phone_number", original.replaceAll("[^+0-9]", ""))
                .put("country_code", object.path("country_code").asString("US"));
    }

    /** All three parts, or one text: the last name, a comma and the first name. */
    static ObjectNode name(Attribute attribute, JsonNode given) {
        if (given.isString()) {
            String[] parts = given.stringValue().split(",", 2);
            String first = parts[parts.length - 1].strip();
            String last = parts.length == 1 ? "" : parts[0].strip();
            return JSON.objectNode()
                    .put("first_name", first)
                    .put("last_name", last)
                    .put("full_name", (first + " " + last).strip());
        }
        return whole(attribute, given, NAME);
    }

    /** All ten parts, or a free text. */
    static ObjectNode location(Attribute attribute, JsonNode given) {
        if (!given.isString()) {
            return whole(attribute, given, PLACE);
        }
        ObjectNode place = JSON.objectNode();
        PLACE.forEach(place::putNull);
        return place.put("locality", given.stringValue());
    }

    private static ObjectNode whole(Attribute attribute, JsonNode given, List<String> parts) {
        ObjectNode object = object(attribute, given, new TreeSet<>(parts));
        boolean isWhole = object.size() == parts.size()
                && object.valueStream().allMatch(part -> part.isString() || part.isNull());
        if (!isWhole) {
            throw ValueForms.wrong(attribute, given);
        }
        return object.deepCopy();
    }

    private static ObjectNode object(Attribute attribute, JsonNode given, Set<String> properties) {
        if (given instanceof ObjectNode object && properties.containsAll(object.propertyNames())) {
            return object;
        }
        throw ValueForms.wrong(attribute, given);
    }
}
