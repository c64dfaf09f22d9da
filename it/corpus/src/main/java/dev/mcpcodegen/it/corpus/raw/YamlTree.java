package dev.mcpcodegen.it.corpus.raw;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.IdentityHashMap;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.CoreSchema;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** YAML 1.2 (core schema) as a JSON tree; what an alias names is the same node again, and keys keep their text. */
final class YamlTree {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final IdentityHashMap<Node, JsonNode> converted = new IdentityHashMap<>();

    private YamlTree() {}

    static JsonNode read(String text) {
        LoadSettings settings = LoadSettings.builder()
                .setSchema(new CoreSchema())
                .setAllowDuplicateKeys(true)
                .setCodePointLimit(Integer.MAX_VALUE)
                .setUseMarks(false)
                .build();
        return new Compose(settings)
                .composeString(text)
                .map(new YamlTree()::convert)
                .orElse(JSON.nullNode());
    }

    private JsonNode convert(Node node) {
        JsonNode known = converted.get(node);
        if (known != null) {
            return known;
        }
        if (node instanceof MappingNode mapping) {
            ObjectNode object = JSON.objectNode();
            converted.put(node, object);
            mapping.getValue().forEach(entry -> put(object, entry));
            return object;
        }
        if (node instanceof SequenceNode sequence) {
            ArrayNode array = JSON.arrayNode();
            converted.put(node, array);
            sequence.getValue().forEach(element -> array.add(convert(element)));
            return array;
        }
        return scalar((ScalarNode) node);
    }

    private void put(ObjectNode object, NodeTuple entry) {
        String key = entry.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
        JsonNode value = convert(entry.getValueNode());
        boolean merge = key.equals("<<") && (value.isObject() || value.isArray());
        if (!merge) {
            object.set(key, value);
        } else if (value.isObject()) {
            merge(object, value);
        } else {
            value.forEach(element -> merge(object, element));
        }
    }

    private static void merge(ObjectNode object, JsonNode more) {
        more.propertyStream().forEach(property -> object.putIfAbsent(property.getKey(), property.getValue()));
    }

    private static JsonNode scalar(ScalarNode node) {
        String text = node.getValue();
        Tag tag = node.getTag();
        if (tag.equals(Tag.NULL)) {
            return JSON.nullNode();
        }
        if (tag.equals(Tag.BOOL)) {
            return JSON.booleanNode(text.equalsIgnoreCase("true"));
        }
        if (tag.equals(Tag.INT) || tag.equals(Tag.FLOAT)) {
            return number(text);
        }
        return JSON.stringNode(text);
    }

    private static JsonNode number(String text) {
        try {
            if (text.startsWith("0x")) {
                return JSON.numberNode(new BigInteger(text.substring(2), 16));
            }
            if (text.startsWith("0o")) {
                return JSON.numberNode(new BigInteger(text.substring(2), 8));
            }
            BigDecimal value = new BigDecimal(text);
            return text.matches("[-+]?[0-9]+") ? JSON.numberNode(value.toBigIntegerExact()) : JSON.numberNode(value);
        } catch (NumberFormatException e) {
            // Infinity and not-a-number have no JSON.
            return JSON.stringNode(text);
        }
    }
}
