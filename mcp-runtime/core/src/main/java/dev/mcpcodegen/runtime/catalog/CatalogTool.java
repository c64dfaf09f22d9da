package dev.mcpcodegen.runtime.catalog;

import dev.mcpcodegen.runtime.arguments.ArgumentReader;
import dev.mcpcodegen.runtime.tool.Integration;
import dev.mcpcodegen.runtime.tool.Tool;
import dev.mcpcodegen.runtime.tool.ToolDescriptor;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A tool with everything that is worth keeping between calls. Thread-safe.
 *
 * @param <A> the tool's arguments
 */
public final class CatalogTool<A> {

    private final Integration integration;
    private final Tool<A, ?> tool;
    private final ToolDescriptor descriptor;
    private final ObjectNode ownSchema;
    private final boolean isExtended;
    private final ObjectNode inputSchema;
    private final byte[] modernDefinition;
    private final byte[] legacyDefinition;
    private volatile @Nullable ArgumentReader<A> arguments;
    private volatile @Nullable ArgumentReader<A> ownArguments;

    /** A tool that interceptors may have added arguments to: {@code inputSchema} has them, {@code ownSchema} has not. */
    CatalogTool(
            Integration integration,
            Tool<A, ?> tool,
            ObjectNode ownSchema,
            ObjectNode inputSchema,
            ObjectNode definition) {
        this.integration = integration;
        this.tool = tool;
        this.descriptor = tool.descriptor();
        this.ownSchema = ownSchema;
        this.isExtended = !ownSchema.equals(inputSchema);
        this.inputSchema = inputSchema;
        this.modernDefinition = utf8(definition);
        this.legacyDefinition = legacyDefinition(definition);
    }

    public Integration integration() {
        return integration;
    }

    public Tool<A, ?> tool() {
        return tool;
    }

    public ToolDescriptor descriptor() {
        return descriptor;
    }

    /** The JSON Schema of the arguments as it is listed; not to be changed. */
    public ObjectNode inputSchema() {
        return inputSchema;
    }

    /** The reader of what callers send; made on first use, because a compiled schema weighs tens of kilobytes. */
    public ArgumentReader<A> arguments() {
        ArgumentReader<A> reader = arguments;
        if (reader == null) {
            reader = ArgumentReader.of(tool, inputSchema);
            arguments = reader;
        }
        return reader;
    }

    /** The reader of what reaches the tool itself, behind all interceptors. */
    public ArgumentReader<A> ownArguments() {
        if (!isExtended) {
            return arguments();
        }
        ArgumentReader<A> reader = ownArguments;
        if (reader == null) {
            reader = ArgumentReader.of(tool, ownSchema);
            ownArguments = reader;
        }
        return reader;
    }

    byte[] modernDefinition() {
        return modernDefinition;
    }

    byte[] legacyDefinition() {
        return legacyDefinition;
    }

    /** The same bytes, unless the output schema is one that legacy clients reject together with the whole list. */
    private byte[] legacyDefinition(ObjectNode definition) {
        if (!definition.has("outputSchema")
                || definition.path("outputSchema").path("type").asString("").equals("object")) {
            return modernDefinition;
        }
        ObjectNode legacy = definition.deepCopy();
        legacy.remove("outputSchema");
        return utf8(legacy);
    }

    private static byte[] utf8(ObjectNode json) {
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return descriptor.name();
    }
}
