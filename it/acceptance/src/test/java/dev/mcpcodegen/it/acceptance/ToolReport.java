package dev.mcpcodegen.it.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What the compiler says that it made of a vendor's specification. */
final class ToolReport {

    private final Map<String, JsonNode> tools;

    private ToolReport(Map<String, JsonNode> tools) {
        this.tools = tools;
    }

    /** The integrations of the demo, in alphabetical order. */
    static List<String> integrations() {
        return read().path("integrations")
                .valueStream()
                .map(integration -> integration.path("name").asString())
                .sorted()
                .toList();
    }

    static ToolReport of(String name) {
        return new ToolReport(read().path("integrations")
                .valueStream()
                .filter(integration -> integration.path("name").asString().equals(name))
                .flatMap(integration -> integration.path("tools").valueStream())
                .collect(Collectors.toMap(tool -> tool.path("name").asString(), Function.identity())));
    }

    private static JsonNode read() {
        try {
            return Http.JSON.readTree(Files.readString(Artifacts.report()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All names, in alphabetical order. */
    List<String> names() {
        return List.copyOf(new TreeSet<>(tools.keySet()));
    }

    /** Method and path, such as {@code GET /persons/{id}}. */
    String line(String tool) {
        return method(tool) + " " + path(tool);
    }

    /** Method and path, with the values of those path parameters that no caller gives. */
    String lineAsSent(String tool) {
        String line = line(tool);
        for (JsonNode left : tool(tool).path("leftOut")) {
            if (left.path("location").asString().equals("path") && left.has("value")) {
                String value = Http.JSON.readTree(left.path("value").asString()).asString();
                line = line.replace("{" + left.path("wireName").asString() + "}", value);
            }
        }
        return line;
    }

    String method(String tool) {
        return tool(tool).path("method").asString();
    }

    /** The path template, without the base URL's own path. */
    String path(String tool) {
        return tool(tool).path("path").asString();
    }

    /** The arguments of one location, each with {@code name}, {@code wireName} and {@code required}. */
    List<JsonNode> arguments(String tool, String location) {
        return tool(tool)
                .path("arguments")
                .valueStream()
                .filter(argument -> argument.path("location").asString().equals(location))
                .toList();
    }

    /** Whether each of the vendor's parameters of one location is required, by its name there. */
    Map<String, Boolean> parameters(String tool, String location) {
        Map<String, Boolean> parameters = new TreeMap<>();
        // What is inside an envelope is told with the way to it.
        arguments(tool, location)
                .forEach(argument -> parameters.put(
                        argument.path("wireName").asString().replaceFirst("^.*/", ""),
                        argument.path("required").asBoolean()));
        if (location.equals(tool(tool).at("/paging/in").asString("query"))) {
            pagingParameters(tool).forEach(parameter -> parameters.put(parameter, false));
        }
        return parameters;
    }

    /** The vendor's query parameters that carry the tool's paging; none where the vendor does not page. */
    List<String> pagingParameters(String tool) {
        JsonNode paging = tool(tool).path("paging");
        return Stream.of("limitParam", "cursorParam", "pageParam", "offsetParam")
                .map(paging::path)
                .filter(JsonNode::isString)
                .map(JsonNode::asString)
                .toList();
    }

    private JsonNode tool(String name) {
        JsonNode tool = tools.get(name);
        if (tool == null) {
            throw new AssertionError("The report has no tool " + name);
        }
        return tool;
    }
}
