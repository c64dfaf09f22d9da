package dev.mcpcodegen.it.corpus.confirm;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the generated report claims of a tool.
 *
 * @param pointer where the operation stands in the document
 * @param method of the operation behind it
 * @param path of the operation behind it, as a template
 * @param constants place and name of what is sent without an argument, because there is one value only
 * @param paging names of the vendor's parameters that the runtime fills in
 */
record ToolReport(
        String pointer,
        String method,
        String path,
        List<Argument> arguments,
        Set<String> constants,
        Set<String> paging) {

    /** Where an argument is claimed to go. */
    record Argument(String name, String location, String wireName) {}

    static ToolReport of(JsonNode tool) {
        List<Argument> arguments = new ArrayList<>();
        for (JsonNode argument : tool.path("arguments")) {
            arguments.add(new Argument(
                    argument.path("name").asString(""),
                    argument.path("location").asString(""),
                    argument.path("wireName").asString("")));
        }
        Set<String> constants = new HashSet<>();
        for (JsonNode left : tool.path("leftOut")) {
            if (left.path("cause").asString("").equals("constant")) {
                constants.add(left.path("location").asString("") + " "
                        + left.path("wireName").asString(""));
            }
        }
        Set<String> paging = new HashSet<>();
        texts(tool.path("paging"), paging);
        return new ToolReport(
                tool.path("pointer").asString(""),
                tool.path("method").asString(""),
                tool.path("path").asString(""),
                List.copyOf(arguments),
                constants,
                paging);
    }

    /** Whether a value is claimed to be sent although callers pass none; that it is sent is held against what arrived. */
    boolean isConstant(String location, String wireName) {
        return constants.contains(location + " " + wireName);
    }

    /** The argument that is claimed to go to a parameter. */
    Optional<Argument> argument(String location, String wireName) {
        return arguments.stream()
                .filter(argument -> argument.location().equals(location)
                        && (location.equals("header")
                                ? argument.wireName().equalsIgnoreCase(wireName)
                                : argument.wireName().equals(wireName)))
                .findFirst();
    }

    List<Argument> at(String location) {
        return arguments.stream()
                .filter(argument -> argument.location().equals(location))
                .toList();
    }

    /** The value that a call passes for a parameter; null for none. */
    @Nullable
    JsonNode value(ObjectNode call, String location, String wireName) {
        return argument(location, wireName)
                .map(argument -> call.get(argument.name()))
                .orElse(null);
    }

    private static void texts(JsonNode node, Set<String> texts) {
        if (node.isString()) {
            texts.add(node.asString());
        }
        node.forEach(child -> texts(child, texts));
    }
}
