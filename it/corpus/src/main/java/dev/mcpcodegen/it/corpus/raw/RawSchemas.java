package dev.mcpcodegen.it.corpus.raw;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A schema of any version as one document of JSON Schema 2020-12, for a value that is sent: what is {@code readOnly} is not required.
 *
 * <p>{@code oneOf} counts as {@code anyOf}: vendors' alternatives overlap, and a value that fits two of them is no worse a request. A
 * part of {@code allOf} that takes no further properties is not held to it: taken literally, no part could add any to another.
 */
public final class RawSchemas {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Set<String> TYPES =
            Set.of("string", "number", "integer", "boolean", "object", "array", "null");
    private static final Set<String> PLAIN = Set.of(
            "enum",
            "const",
            "multipleOf",
            "maxLength",
            "minLength",
            "pattern",
            "maxItems",
            "minItems",
            "uniqueItems",
            "maxProperties",
            "minProperties");

    private final RawFiles files;
    private final RawContradictions contradictions;
    private final boolean modern;
    private final Map<String, String> names = new HashMap<>();
    private final ObjectNode definitions = JSON.objectNode();

    private RawSchemas(RawApi api) {
        this.files = api.files();
        this.contradictions = new RawContradictions(api.files());
        this.modern = api.version().startsWith("3.1") || api.version().startsWith("3.2");
    }

    /** Returns the schema with all that it refers to. */
    public static ObjectNode standalone(RawApi api, RawPlace schema) {
        RawSchemas schemas = new RawSchemas(api);
        JsonNode converted = schemas.convert(schema);
        ObjectNode root = JSON.objectNode();
        root.putArray("allOf").add(converted);
        root.set("$defs", schemas.definitions);
        return root;
    }

    private JsonNode convert(RawPlace place) {
        return convert(place, false);
    }

    private JsonNode convert(RawPlace place, boolean part) {
        if (place.node().isBoolean()) {
            return place.node();
        }
        ObjectNode converted = JSON.objectNode();
        ArrayNode all = JSON.arrayNode();
        if (place.node().path("$ref").isString()) {
            all.add(reference(place, part));
            if (!modern) {
                return all.get(0);
            }
        }
        own(place, part, converted, all);
        if (!all.isEmpty()) {
            converted.set("allOf", all);
        }
        return nullable(place) ? orNull(converted) : converted;
    }

    private JsonNode reference(RawPlace place, boolean part) {
        RawPlace target = files.target(place.file(), place.text("$ref"));
        if (!target.isPresent()) {
            // What leads nowhere demands nothing.
            return JSON.objectNode();
        }
        String key = target + (part ? " as a part" : "");
        String known = names.get(key);
        if (known == null) {
            known = "d" + names.size();
            names.put(key, known);
            definitions.set(known, convert(target, part));
        }
        return JSON.objectNode().put("$ref", "#/$defs/" + known);
    }

    private void own(RawPlace place, boolean part, ObjectNode converted, ArrayNode all) {
        PLAIN.stream().filter(place.node()::has).forEach(keyword -> plain(place, keyword, converted));
        type(place.node().path("type"), converted);
        bounds(place.node(), converted);
        Set<String> readOnly = properties(place, converted);
        ArrayNode required = JSON.arrayNode();
        if (place.node().path("required").isArray()) {
            place.node().path("required").forEach(name -> {
                boolean sent = name.isString() && !readOnly.contains(name.asString());
                if (sent && !contradictions.neverEnds(place.get("properties").get(name.asString()))) {
                    required.add(name);
                }
            });
        }
        if (!required.isEmpty()) {
            converted.set("required", required);
        }
        List<JsonNode> parts = list(place.get("allOf"), true);
        if (parts.size() > 1 && contradictions.ofParts(place)) {
            parts.forEach(all.addObject().putArray("anyOf")::add);
        } else {
            parts.forEach(all::add);
        }
        for (String combinator : List.of("anyOf", "oneOf")) {
            List<JsonNode> alternatives = list(place.get(combinator), part);
            if (!alternatives.isEmpty()) {
                ArrayNode any = all.addObject().putArray("anyOf");
                alternatives.forEach(any::add);
            }
        }
        if (place.node().path("items").isObject()) {
            converted.set("items", convert(place.get("items")));
        }
        JsonNode extra = place.node().path("additionalProperties");
        if (extra.isObject()) {
            converted.set("additionalProperties", convert(place.get("additionalProperties")));
            // As with what is forbidden: the parts' properties are not further ones.
            ObjectNode known = converted.withObject("properties");
            partNames(place).stream().filter(name -> !known.has(name)).forEach(known::putObject);
        } else if (extra.isBoolean()
                && !part
                && !place.node().has("allOf")
                && !RawContradictions.forbidsWhatItRequires(place.node())
                && !contradictions.forbidsItsAlternatives(place)) {
            converted.set("additionalProperties", extra);
        }
        if (modern) {
            ArrayNode prefix = JSON.arrayNode();
            list(place.get("prefixItems"), false).forEach(prefix::add);
            if (!prefix.isEmpty()) {
                converted.set("prefixItems", prefix);
            }
        }
    }

    private Set<String> partNames(RawPlace place) {
        Set<String> names = new HashSet<>();
        RawPlace parts = place.get("allOf");
        for (int i = 0; i < parts.node().size(); i++) {
            names.addAll(files.follow(parts.get(i)).node().path("properties").propertyNames());
        }
        return names;
    }

    private static void plain(RawPlace place, String keyword, ObjectNode converted) {
        JsonNode value = place.node().path(keyword);
        boolean usable = switch (keyword) {
            case "enum" -> value.isArray() && !value.isEmpty();
            case "pattern" -> value.isString();
            case "uniqueItems" -> value.isBoolean();
            case "const" -> true;
            case "multipleOf" -> value.isNumber() && value.decimalValue().signum() > 0;
            default -> value.isNumber() && value.decimalValue().signum() >= 0;
        };
        if (usable) {
            converted.set(
                    keyword,
                    keyword.equals("pattern")
                            ? JSON.stringNode(RawContradictions.meant(
                                    value.asString(),
                                    place.node().has("minLength")
                                            || place.node().has("maxLength")))
                            : value);
        }
    }

    private static void type(JsonNode type, ObjectNode converted) {
        if (type.isString() && TYPES.contains(type.asString())) {
            converted.set("type", type);
        } else if (type.isArray() && !type.isEmpty()) {
            converted.set("type", type);
        }
    }

    /** Up to 3.0 the exclusive bounds are switches on the inclusive ones. */
    private static void bounds(JsonNode schema, ObjectNode converted) {
        for (String bound : List.of("inimum", "aximum")) {
            String inclusive = "m" + bound;
            String exclusive = "exclusiveM" + bound;
            if (schema.path(inclusive).isNumber()) {
                boolean strict = schema.path(exclusive).isBoolean()
                        && schema.path(exclusive).asBoolean();
                converted.set(strict ? exclusive : inclusive, schema.path(inclusive));
            }
            if (schema.path(exclusive).isNumber()) {
                converted.set(exclusive, schema.path(exclusive));
            }
        }
    }

    /** Returns the names of those that are not sent. */
    private Set<String> properties(RawPlace place, ObjectNode converted) {
        Set<String> readOnly = new HashSet<>();
        RawPlace declared = files.follow(place.get("properties"));
        if (!declared.node().isObject()) {
            return readOnly;
        }
        ObjectNode properties = JSON.objectNode();
        for (String name : declared.node().propertyNames()) {
            RawPlace property = declared.get(name);
            properties.set(name, convert(property));
            if (isReadOnly(property)) {
                readOnly.add(name);
            }
        }
        converted.set("properties", properties);
        return readOnly;
    }

    private boolean isReadOnly(RawPlace property) {
        return property.node().path("readOnly").asBoolean(false)
                || files.follow(property).node().path("readOnly").asBoolean(false);
    }

    private List<JsonNode> list(RawPlace schemas, boolean parts) {
        return schemas.node().isArray()
                ? IntStream.range(0, schemas.node().size())
                        .mapToObj(i -> convert(schemas.get(i), parts))
                        .toList()
                : List.of();
    }

    private boolean nullable(RawPlace place) {
        @Nullable
        JsonNode told = place.node().has("nullable")
                ? place.node().get("nullable")
                : place.node().get("x-nullable");
        return told != null && told.asBoolean(false);
    }

    private static ObjectNode orNull(ObjectNode schema) {
        ObjectNode either = JSON.objectNode();
        either.putArray("anyOf").add(schema).addObject().put("type", "null");
        return either;
    }
}
