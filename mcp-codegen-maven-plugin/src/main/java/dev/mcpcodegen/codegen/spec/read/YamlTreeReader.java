package dev.mcpcodegen.codegen.spec.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mcpcodegen.codegen.spec.tree.Origin;
import dev.mcpcodegen.codegen.spec.tree.Origins;
import java.io.StringReader;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/** Reads one YAML document by composing its node graph and unfolding aliases and merge keys itself; constructs no Java type. */
final class YamlTreeReader {

    private static final int MAX_RUN = 1 << 17;

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final ReadLimits limits;
    private final Origins origins;
    private final DuplicateKeys duplicates;

    /** Collections being unfolded right now: one that contains itself never ends. */
    private final Set<Node> open = new HashSet<>();

    YamlTreeReader(ReadLimits limits, Origins origins, DuplicateKeys duplicates) {
        this.duplicates = duplicates;
        this.limits = limits;
        this.origins = origins;
    }

    JsonNode read(String text, String file, int lineOffset) throws UnreadableException {
        refuseLongRuns(text);
        Node root = compose(text, lineOffset);
        if (root == null) {
            throw new UnreadableException(0, "The file is empty.", "Fill or delete it.");
        }
        return new Unfolding(file, lineOffset, new ReadBudget(limits, text.length())).root(root);
    }

    /** The scanner's work grows with the square of what it cannot split: text without blanks or quotes, or blanks alone. */
    private static void refuseLongRuns(String text) throws UnreadableException {
        int run = 0;
        boolean blanks = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean splits = c == '\n' || c == '"' || c == '\'';
            run = splits || blanks != (c == ' ') ? 1 : run + 1;
            blanks = c == ' ';
            if (run > MAX_RUN) {
                throw new UnreadableException(
                        0, "A text of more than " + MAX_RUN + " characters has no blank.", "Break it, or use JSON.");
            }
        }
    }

    private @Nullable Node compose(String text, int lineOffset) throws UnreadableException {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(limits.maxBytes());
        options.setNestingDepthLimit(limits.maxDepth());
        options.setMaxAliasesForCollections(limits.maxCollectionAliases());
        try {
            return new Composer(
                            new ParserImpl(new StreamReader(new StringReader(text)), options),
                            new CoreSchemaResolver(),
                            options)
                    .getSingleNode();
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1 + lineOffset;
            throw new UnreadableException(line, "This is not YAML: " + e.getProblem() + ".", "Correct the syntax.");
        } catch (YAMLException e) {
            throw new UnreadableException(0, "This YAML is refused: " + e.getMessage(), "Correct or simplify it.");
        }
    }

    /** Node graph to tree for one file. */
    private final class Unfolding {

        private final String file;
        private final int lineOffset;
        private final ReadBudget budget;

        Unfolding(String file, int lineOffset, ReadBudget budget) {
            this.file = file;
            this.lineOffset = lineOffset;
            this.budget = budget;
        }

        JsonNode root(Node node) throws UnreadableException {
            return value(node, Origin.root(file, line(node)), 1);
        }

        private int line(Node node) {
            return node.getStartMark().getLine() + 1 + lineOffset;
        }

        private JsonNode value(Node node, Origin origin, int depth) throws UnreadableException {
            if (node instanceof ScalarNode scalar) {
                budget.spend(line(node), depth, scalar.getValue().length());
                return Scalars.of(scalar, line(node));
            }
            budget.spend(line(node), depth, 0);
            if (!node.getTag().equals(Tag.MAP) && !node.getTag().equals(Tag.SEQ)) {
                throw new UnreadableException(
                        line(node),
                        "The YAML tag \"" + node.getTag().getValue() + "\" is not allowed.",
                        "Remove the tag.");
            }
            if (!open.add(node)) {
                throw new UnreadableException(
                        line(node), "A YAML alias stands for something that contains it.", "Use a $ref for recursion.");
            }
            JsonNode result = node instanceof MappingNode mapping
                    ? object(mapping, origin, depth)
                    : array((SequenceNode) node, origin, depth);
            open.remove(node);
            origins.put(result, origin);
            return result;
        }

        private ArrayNode array(SequenceNode sequence, Origin origin, int depth) throws UnreadableException {
            ArrayNode array = NODES.arrayNode(sequence.getValue().size());
            for (Node element : sequence.getValue()) {
                array.add(child(element, Integer.toString(array.size()), line(element), origin, depth));
            }
            return array;
        }

        private ObjectNode object(MappingNode mapping, Origin origin, int depth) throws UnreadableException {
            Map<String, Integer> ownKeys = ownKeys(mapping);
            ObjectNode object = NODES.objectNode();
            for (NodeTuple tuple : mapping.getValue()) {
                if (tuple.getKeyNode().getTag().equals(Tag.MERGE)) {
                    merge(tuple.getValueNode(), ownKeys.keySet(), object, origin, depth);
                } else {
                    String key = key(tuple.getKeyNode());
                    budget.spend(line(tuple.getKeyNode()), depth, key.length());
                    object.set(key, child(tuple.getValueNode(), key, line(tuple.getKeyNode()), origin, depth));
                }
            }
            return object;
        }

        private JsonNode child(Node node, String token, int line, Origin holder, int depth) throws UnreadableException {
            if (node instanceof ScalarNode) {
                holder.scalar(token, line);
                return value(node, holder, depth + 1);
            }
            return value(node, holder.child(token, line), depth + 1);
        }

        private Map<String, Integer> ownKeys(MappingNode mapping) throws UnreadableException {
            Map<String, Integer> keys = new HashMap<>();
            for (NodeTuple tuple : mapping.getValue()) {
                Node keyNode = tuple.getKeyNode();
                if (!keyNode.getTag().equals(Tag.MERGE)) {
                    Integer first = keys.putIfAbsent(key(keyNode), line(keyNode));
                    if (first != null) {
                        duplicates.found(key(keyNode), first, line(keyNode));
                    }
                }
            }
            return keys;
        }

        private String key(Node node) throws UnreadableException {
            if (node instanceof ScalarNode scalar) {
                return scalar.getValue();
            }
            throw new UnreadableException(line(node), "A key is no plain text.", "JSON has only text keys.");
        }

        /** An object's own keys win over merged ones, and of several merged objects the first. */
        private void merge(Node merged, Set<String> ownKeys, ObjectNode into, Origin origin, int depth)
                throws UnreadableException {
            List<Node> sources = merged instanceof SequenceNode sequence ? sequence.getValue() : List.of(merged);
            for (Node source : sources) {
                if (!(value(source, origin.child("<<", line(source)), depth + 1) instanceof ObjectNode object)) {
                    throw new UnreadableException(
                            line(source), "The merge key << takes objects only.", "Name an object's anchor.");
                }
                object.properties().forEach(member -> {
                    if (!ownKeys.contains(member.getKey()) && !into.has(member.getKey())) {
                        into.set(member.getKey(), member.getValue());
                    }
                });
            }
        }
    }
}
