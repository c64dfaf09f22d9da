package dev.mcpcodegen.runtime.catalog;

import dev.mcpcodegen.runtime.tool.Integration;
import dev.mcpcodegen.runtime.tool.Tool;
import dev.mcpcodegen.runtime.tool.ToolDefinition;
import dev.mcpcodegen.runtime.tool.ToolInterceptor;
import dev.mcpcodegen.runtime.tool.ToolJson;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Loads the definition of a tool from where its code came from, and checks it. Problems are collected, not thrown. */
final class DefinitionLoader {

    private final List<ToolInterceptor> interceptors;
    private final List<String> problems;
    private final ReaderCache readers = new ReaderCache();

    DefinitionLoader(List<ToolInterceptor> interceptors, List<String> problems) {
        this.interceptors = interceptors;
        this.problems = problems;
    }

    <A> Optional<CatalogTool<A>> load(Integration integration, Tool<A, ?> tool) {
        String label = "Tool " + tool.descriptor().name() + " of " + integration.name();
        ObjectNode definition = definition(tool, label);
        if (definition == null) {
            return Optional.empty();
        }
        String name = definition.path("name").asString("");
        if (!name.equals(tool.descriptor().name())) {
            problems.add(label + ": its definition is that of \"" + name + "\". Generate the integration again.");
            return Optional.empty();
        }
        if (!hasInputSchema(definition)) {
            problems.add(label + ": its definition has no inputSchema of type \"object\".");
            return Optional.empty();
        }
        CatalogTool<A> own = new CatalogTool<>(integration, tool, utf8(definition), readers);
        return Optional.of(interceptors.isEmpty() ? own : own.listedAs(utf8(described(tool, definition, label))));
    }

    /** The definition as interceptors want it shown. */
    private ObjectNode described(Tool<?, ?> tool, ObjectNode definition, String label) {
        ObjectNode described = definition;
        // The first interceptor sees a call first, so what it asks for is added last.
        for (int i = interceptors.size() - 1; i >= 0; i--) {
            described = interceptors.get(i).describe(tool.descriptor(), described.deepCopy());
        }
        if (!described.path("name").equals(definition.path("name"))) {
            problems.add(label + ": an interceptor gave it another name. Tools keep their names.");
        } else if (!hasInputSchema(described)) {
            problems.add(label + ": an interceptor left it without an inputSchema of type \"object\".");
        }
        return described;
    }

    private static boolean hasInputSchema(ObjectNode definition) {
        return definition.path("inputSchema").path("type").asString("").equals("object");
    }

    /** Written anew, so that a file in another layout still is one line. */
    private static byte[] utf8(ObjectNode definition) {
        return definition.toString().getBytes(StandardCharsets.UTF_8);
    }

    private @Nullable ObjectNode definition(Tool<?, ?> tool, String label) {
        ToolDefinition definition = tool.descriptor().definition();
        if (definition instanceof ToolDefinition.Inline inline) {
            return inline.tool();
        }
        String path = ToolDefinition.ROOT + ((ToolDefinition.Resource) definition).path();
        try (InputStream json = tool.getClass().getClassLoader().getResourceAsStream(path)) {
            if (json == null) {
                problems.add(
                        label + ": the resource " + path + " is missing. Was it left out when the WAR was packaged?");
                return null;
            }
            JsonNode tree = ToolJson.MAPPER.readTree(json);
            if (tree instanceof ObjectNode object) {
                return object;
            }
            problems.add(label + ": the resource " + path + " holds no JSON object.");
        } catch (IOException | JacksonException e) {
            problems.add(label + ": the resource " + path + " cannot be read: " + e.getMessage());
        }
        return null;
    }
}
