package dev.mcpcodegen.it.corpus.call;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes up values that fit a schema (JSON Schema 2020-12). Deterministic; recursion ends where a schema comes back to itself. */
public final class ArgumentSynthesiser {

    private static final String FILE_CONTENT = "content_base64";
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int MAX_DEPTH = 24;
    private static final int FULL_DEPTH = 5;

    private final JsonNode root;
    private final boolean all;

    private ArgumentSynthesiser(JsonNode root, boolean all) {
        this.root = root;
        this.all = all;
    }

    /** Returns an object with what is required, and no more. */
    public static ObjectNode required(JsonNode schema) {
        return required(schema, "");
    }

    /**
     * Returns an object with what is required, and no more.
     *
     * @param words what is said of the object elsewhere
     */
    public static ObjectNode required(JsonNode schema, String words) {
        ArgumentSynthesiser synthesiser = new ArgumentSynthesiser(schema, false);
        ObjectNode arguments = (ObjectNode) synthesiser.object(schema, schema, 0, Set.of());
        synthesiser.heed(words, schema, arguments, 0, Set.of());
        return arguments;
    }

    /** Returns an object with every property, nested ones too, as far as the schema does not come back to itself. */
    public static ObjectNode all(JsonNode schema) {
        return (ObjectNode) new ArgumentSynthesiser(schema, true).object(schema, schema, 0, Set.of());
    }

    private JsonNode value(JsonNode schema, int variant, int depth, Set<String> above) {
        if (depth > MAX_DEPTH) {
            return JSON.nullNode();
        }
        SchemaView view = SchemaView.of(root, schema);
        Set<String> within = new HashSet<>(above);
        within.addAll(view.references());
        ObjectNode keywords = view.keywords();
        if (keywords.has("const")) {
            return keywords.path("const");
        }
        if (keywords.path("enum").isArray()) {
            return choice(keywords, variant);
        }
        for (String combinator : List.of("oneOf", "anyOf")) {
            if (keywords.path(combinator).isArray()
                    && !keywords.path(combinator).isEmpty()) {
                return alternative(keywords, combinator, variant, depth, within);
            }
        }
        return switch (type(keywords)) {
            case "object" -> object(schema, keywords, depth, within);
            case "array" -> array(keywords, depth, within);
            case "integer" -> number(keywords, variant, true);
            case "number" -> number(keywords, variant, false);
            case "boolean" -> JSON.booleanNode(variant % 2 == 0);
            case "null" -> JSON.nullNode();
            default -> JSON.stringNode(SampleTexts.of(keywords, variant));
        };
    }

    private static JsonNode choice(JsonNode keywords, int variant) {
        List<JsonNode> values = new ArrayList<>();
        keywords.path("enum").forEach(value -> {
            if (!value.isNull()) {
                values.add(value);
            }
        });
        return values.isEmpty() ? JSON.nullNode() : values.get(variant % values.size());
    }

    /** Takes the first that is not null and does not come back to where we are; what stands beside the combinator holds too. */
    private JsonNode alternative(ObjectNode keywords, String combinator, int variant, int depth, Set<String> above) {
        JsonNode alternatives = keywords.path(combinator);
        JsonNode chosen = null;
        for (JsonNode alternative : alternatives) {
            SchemaView view = SchemaView.of(root, alternative);
            boolean back = view.references().stream().anyMatch(above::contains);
            if (!type(view.keywords()).equals("null") && !back) {
                chosen = alternative;
                break;
            }
        }
        if (chosen == null) {
            chosen = alternatives.path(0);
        }
        ObjectNode rest = keywords.deepCopy();
        rest.remove(combinator);
        ObjectNode both = JSON.objectNode();
        both.putArray("allOf").add(rest).add(chosen);
        return value(both, variant, depth + 1, above);
    }

    private static String type(JsonNode keywords) {
        JsonNode type = keywords.path("type");
        if (type.isString()) {
            return type.asString();
        }
        for (JsonNode one : type) {
            if (!one.asString("").equals("null")) {
                return one.asString("");
            }
        }
        if (keywords.has("properties") || keywords.path("additionalProperties").isObject()) {
            return "object";
        }
        if (keywords.has("items") || keywords.has("minItems")) {
            return "array";
        }
        if (keywords.has("minimum") || keywords.has("maximum") || keywords.has("multipleOf")) {
            return "number";
        }
        return type.isArray() && !type.isEmpty() ? "null" : "string";
    }

    private JsonNode object(JsonNode schema, JsonNode seen, int depth, Set<String> above) {
        JsonNode keywords = seen.has("allOf") || seen.has("$ref")
                ? SchemaView.of(root, schema).keywords()
                : seen;
        ObjectNode object = JSON.objectNode();
        JsonNode properties = keywords.path("properties");
        Set<String> names = new LinkedHashSet<>();
        keywords.path("required").forEach(name -> names.add(name.asString("")));
        if (properties.has(FILE_CONTENT)) {
            // A file without it only asks where to send the bytes.
            names.add(FILE_CONTENT);
        }
        if (all && depth < FULL_DEPTH) {
            properties
                    .propertyStream()
                    .filter(property -> SchemaView.of(root, property.getValue()).references().stream()
                            .noneMatch(above::contains))
                    .forEach(property -> names.add(property.getKey()));
        }
        for (String name : names) {
            JsonNode declared = properties.path(name);
            if (declared.isBoolean() && !declared.asBoolean()) {
                continue;
            }
            object.set(name, value(declared, 0, depth + 1, above));
        }
        heed(keywords.path("description").asString(""), keywords, object, depth, above);
        JsonNode extra = keywords.path("additionalProperties");
        int least = keywords.path("minProperties").asInt(0);
        if (all && depth > 0 && depth < FULL_DEPTH && extra.isObject() && properties.isEmpty()) {
            least = Math.max(1, least);
        }
        for (String name : properties.propertyNames()) {
            if (object.size() < least && !object.has(name)) {
                object.set(name, value(properties.path(name), 0, depth + 1, above));
            }
        }
        for (int i = 0; object.size() < least && !(extra.isBoolean() && !extra.asBoolean()) && i < 100; i++) {
            object.set("key" + i, value(extra, i, depth + 1, above));
        }
        return object;
    }

    /** Does what a model is told in words, as there is no keyword for it that every client takes. */
    private void heed(String words, JsonNode keywords, ObjectNode object, int depth, Set<String> above) {
        JsonNode properties = keywords.path("properties");
        for (String name : ToldRules.needed(words, Set.copyOf(properties.propertyNames()), object)) {
            object.set(name, value(properties.path(name), 0, depth + 1, above));
        }
        for (int i = 0; object.size() < ToldRules.leastEntries(words) && i < 100; i++) {
            object.set("key" + i, value(keywords.path("additionalProperties"), i, depth + 1, above));
        }
    }

    private JsonNode array(JsonNode keywords, int depth, Set<String> above) {
        ArrayNode array = JSON.arrayNode();
        JsonNode prefix = keywords.path("prefixItems");
        prefix.forEach(item -> array.add(value(item, 0, depth + 1, above)));
        int least = keywords.path("minItems").asInt(0);
        boolean wanted = all
                && depth < FULL_DEPTH
                && SchemaView.of(root, keywords.path("items")).references().stream()
                        .noneMatch(above::contains);
        int size = Math.max(least, wanted && !keywords.path("items").isBoolean() ? 1 : 0);
        size = Math.min(size, keywords.path("maxItems").asInt(Integer.MAX_VALUE));
        for (int i = array.size(); i < size; i++) {
            array.add(value(keywords.path("items"), i, depth + 1, above));
        }
        return array;
    }

    private static JsonNode number(JsonNode keywords, int variant, boolean integer) {
        BigDecimal least = bound(keywords, "minimum");
        BigDecimal above = bound(keywords, "exclusiveMinimum");
        BigDecimal most = bound(keywords, "maximum");
        BigDecimal below = bound(keywords, "exclusiveMaximum");
        BigDecimal step = bound(keywords, "multipleOf");
        BigDecimal unit = step == null || step.signum() <= 0 ? BigDecimal.ONE : step;
        BigDecimal value = BigDecimal.ONE.add(BigDecimal.valueOf(variant));
        if (least != null && value.compareTo(least) < 0) {
            value = least.add(BigDecimal.valueOf(variant));
        }
        if (above != null && value.compareTo(above) <= 0) {
            value = above.add(unit);
        }
        if (most != null && value.compareTo(most) > 0) {
            value = most.subtract(BigDecimal.valueOf(variant));
        }
        if (below != null && value.compareTo(below) >= 0) {
            value = below.subtract(unit);
            // Where a whole step does not fit between the bounds, half of the way does.
            BigDecimal low = above != null ? above : least;
            if (low != null && value.compareTo(low) <= 0 && !integer) {
                value = below.add(low).divide(BigDecimal.valueOf(2));
            }
        }
        if (step != null && step.signum() > 0) {
            boolean fits = value.remainder(step).signum() == 0;
            value = fits ? value : value.divide(step, 0, RoundingMode.CEILING).multiply(step);
        }
        if (integer && unit.stripTrailingZeros().scale() > 0) {
            // The numerator of a step is the least whole number that it divides, up to what they have in common.
            BigDecimal bare = unit.stripTrailingZeros();
            value = new BigDecimal(bare.unscaledValue());
        }
        if (integer) {
            BigInteger whole = value.setScale(0, RoundingMode.CEILING).toBigInteger();
            return whole.bitLength() < 63 ? JSON.numberNode(whole.longValueExact()) : JSON.numberNode(whole);
        }
        return JSON.numberNode(value);
    }

    private static @Nullable BigDecimal bound(JsonNode keywords, String name) {
        return keywords.path(name).isNumber() ? keywords.path(name).decimalValue() : null;
    }
}
