package dev.mcpcodegen.runtime.fields;

import dev.mcpcodegen.runtime.arguments.ArgumentReading;
import dev.mcpcodegen.runtime.catalog.CatalogTool;
import dev.mcpcodegen.runtime.tool.ToolResult;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** How the arguments of one call are read and written. */
public interface CallReading {

    /** Reads what a caller sent. */
    ArgumentReading read(ObjectNode arguments);

    /** Reads what interceptors made of it. */
    ArgumentReading readOwn(ObjectNode arguments);

    /** Returns arguments that were read as the vendor takes them. */
    ObjectNode written(ObjectNode arguments);

    /** Hears what came of the call; null when nothing did. */
    void answered(@Nullable ToolResult result);

    /** The reading of a tool whose arguments are the same for everybody. */
    static CallReading of(CatalogTool<?> tool) {
        return new CallReading() {
            @Override
            public ArgumentReading read(ObjectNode arguments) {
                return tool.arguments().read(arguments);
            }

            @Override
            public ArgumentReading readOwn(ObjectNode arguments) {
                return tool.ownArguments().read(arguments);
            }

            @Override
            public ObjectNode written(ObjectNode arguments) {
                return arguments;
            }

            @Override
            public void answered(@Nullable ToolResult result) {
                // Nothing is kept that could be out of date.
            }
        };
    }
}
