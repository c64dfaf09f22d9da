package dev.mcpcodegen.runtime.catalog;

import dev.mcpcodegen.runtime.arguments.ArgumentReader;
import dev.mcpcodegen.runtime.tool.Integration;
import dev.mcpcodegen.runtime.tool.Tool;
import dev.mcpcodegen.runtime.tool.ToolDescriptor;
import dev.mcpcodegen.runtime.tool.ToolJson;
import tools.jackson.databind.node.ObjectNode;

/**
 * A tool with its definition as it is listed. Immutable.
 *
 * @param <A> the tool's arguments
 */
public final class CatalogTool<A> {

    private final Integration integration;
    private final Tool<A, ?> tool;
    private final ToolDescriptor descriptor;
    private final byte[] definition;
    private final ReaderCache readers;

    CatalogTool(Integration integration, Tool<A, ?> tool, byte[] definition, ReaderCache readers) {
        this.integration = integration;
        this.tool = tool;
        this.descriptor = tool.descriptor();
        this.definition = definition;
        this.readers = readers;
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

    /** The reader of this tool's arguments; made on first use and after a long time without any. */
    public ArgumentReader<A> arguments() {
        return readers.get(this);
    }

    /** What the newest revision lists, a JSON object; shared, never to be changed. */
    byte[] definition() {
        return definition;
    }

    ArgumentReader<A> newReader() {
        ObjectNode listed = (ObjectNode) ToolJson.MAPPER.readTree(definition);
        return ArgumentReader.of(tool, (ObjectNode) listed.required("inputSchema"));
    }

    @Override
    public String toString() {
        return descriptor.name();
    }
}
