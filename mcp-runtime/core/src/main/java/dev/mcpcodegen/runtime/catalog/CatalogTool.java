package dev.mcpcodegen.runtime.catalog;

import dev.mcpcodegen.runtime.arguments.ArgumentReader;
import dev.mcpcodegen.runtime.tool.Integration;
import dev.mcpcodegen.runtime.tool.Tool;
import dev.mcpcodegen.runtime.tool.ToolDescriptor;
import dev.mcpcodegen.runtime.tool.ToolJson;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
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
    private final @Nullable CatalogTool<A> own;

    CatalogTool(Integration integration, Tool<A, ?> tool, byte[] definition, ReaderCache readers) {
        this(integration, tool, definition, readers, null);
    }

    private CatalogTool(
            Integration integration,
            Tool<A, ?> tool,
            byte[] definition,
            ReaderCache readers,
            @Nullable CatalogTool<A> own) {
        this.integration = integration;
        this.tool = tool;
        this.descriptor = tool.descriptor();
        this.definition = definition;
        this.readers = readers;
        this.own = own;
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

    /** The reader of what callers send; made on first use and after a long time without any. */
    public ArgumentReader<A> arguments() {
        return readers.get(this);
    }

    /** The reader of what reaches the tool itself, behind all interceptors. */
    public ArgumentReader<A> ownArguments() {
        return own == null ? arguments() : own.arguments();
    }

    /** This tool as interceptors want it listed. */
    CatalogTool<A> listedAs(byte[] other) {
        return Arrays.equals(definition, other) ? this : new CatalogTool<>(integration, tool, other, readers, this);
    }

    /** This tool as it describes itself, whatever interceptors want. */
    public CatalogTool<A> own() {
        return own == null ? this : own;
    }

    /** What the newest revision lists, a JSON object; shared, never to be changed. */
    public byte[] definition() {
        return definition;
    }

    /** The same as a tree of the caller's own. */
    public ObjectNode listed() {
        return (ObjectNode) ToolJson.MAPPER.readTree(definition);
    }

    ArgumentReader<A> newReader() {
        return ArgumentReader.of(tool, (ObjectNode) listed().required("inputSchema"));
    }

    @Override
    public String toString() {
        return descriptor.name();
    }
}
