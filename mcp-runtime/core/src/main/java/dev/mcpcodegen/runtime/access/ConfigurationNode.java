package dev.mcpcodegen.runtime.access;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * One place in a configuration file. Reads what stands there, replaces {@code ${NAME}}, and writes down what is wrong with its place
 * instead of throwing, so that all problems are told at once. Values are never shown: they may be secrets.
 */
final class ConfigurationNode {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^}]*)}");

    private final Context context;
    private final String place;
    private final JsonNode node;

    private ConfigurationNode(Context context, String place, JsonNode node) {
        this.context = context;
        this.place = place;
        this.node = node;
    }

    /** What all places of a file share. */
    private record Context(String file, Function<String, @Nullable String> variables, List<String> problems) {}

    static ConfigurationNode root(String file, JsonNode tree, Function<String, @Nullable String> variables) {
        return new ConfigurationNode(new Context(file, variables, new ArrayList<>()), "", tree);
    }

    /** File and path, as messages begin. */
    String place() {
        return place.isEmpty() ? context.file() : context.file() + ", " + place;
    }

    List<String> problems() {
        return context.problems();
    }

    void problem(String whatAndCure) {
        context.problems().add(place() + ": " + whatAndCure);
    }

    boolean isPresent() {
        return !node.isMissingNode() && !node.isNull();
    }

    ConfigurationNode at(String key) {
        return child(place.isEmpty() ? key : place + "." + key, node.path(key));
    }

    /** Checks that this is a mapping with no other than the given keys. */
    boolean isMappingOf(String... keys) {
        if (!isMapping()) {
            return false;
        }
        List<String> known = List.of(keys);
        node.propertyNames().stream()
                .filter(key -> !known.contains(key))
                .forEach(key -> problem("unknown key \"" + key + "\". Known: " + String.join(", ", known) + "."));
        return true;
    }

    /** Returns the entries of a mapping with free keys; none when the mapping is absent. */
    Map<String, ConfigurationNode> entries() {
        Map<String, ConfigurationNode> entries = new LinkedHashMap<>();
        if (isPresent() && isMapping()) {
            node.propertyNames().forEach(key -> entries.put(key, at(key)));
        }
        return entries;
    }

    /** Returns the items of a list; none when the list is absent. */
    List<ConfigurationNode> items() {
        List<ConfigurationNode> items = new ArrayList<>();
        if (isPresent() && !node.isArray()) {
            problem("must be a list.");
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            items.add(child(place + "[" + i + "]", node.get(i)));
        }
        return items;
    }

    /** Returns a text that must be there, if possibly empty; null after a problem. */
    @Nullable
    String text() {
        if (!isPresent()) {
            problem("is missing.");
            return null;
        }
        if (!node.isString()) {
            problem("must be text. Put it in quotes.");
            return null;
        }
        return expanded(node.asString());
    }

    /** Returns a text that must be there and say something; null after a problem. */
    @Nullable
    String nonEmptyText() {
        String text = text();
        if (text != null && text.isBlank()) {
            problem("is empty.");
            return null;
        }
        return text;
    }

    /** Returns a text without control characters, as secrets are that go into an HTTP header; null after a problem. */
    @Nullable
    String secretText() {
        String text = text();
        if (text != null && text.chars().anyMatch(Character::isISOControl)) {
            problem("contains a line break or another control character. Remove it.");
            return null;
        }
        return text;
    }

    /** Returns what stands here as it is written, variables too. */
    JsonNode tree() {
        return node;
    }

    boolean flag() {
        if (isPresent() && !node.isBoolean()) {
            problem("must be true or false.");
        }
        return node.asBoolean(false);
    }

    private boolean isMapping() {
        if (!isPresent()) {
            problem("is missing.");
        } else if (!node.isObject()) {
            problem("must be a mapping (key: value).");
        }
        return node.isObject();
    }

    private @Nullable String expanded(String text) {
        StringBuilder expanded = new StringBuilder();
        boolean isComplete = true;
        Matcher variable = VARIABLE.matcher(text);
        while (variable.find()) {
            String value = context.variables().apply(variable.group(1));
            if (value == null) {
                problem("the variable " + variable.group(1)
                        + " is not set. Set it in the environment or as a system property.");
                isComplete = false;
            } else {
                variable.appendReplacement(expanded, Matcher.quoteReplacement(value));
            }
        }
        return isComplete ? variable.appendTail(expanded).toString() : null;
    }

    private ConfigurationNode child(String childPlace, @Nullable JsonNode child) {
        return new ConfigurationNode(context, childPlace, child == null ? MissingNode.getInstance() : child);
    }
}
