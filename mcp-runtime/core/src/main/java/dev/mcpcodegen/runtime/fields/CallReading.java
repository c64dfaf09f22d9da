package dev.mcpcodegen.runtime.fields;

import dev.mcpcodegen.runtime.arguments.ArgumentReading;
import dev.mcpcodegen.runtime.catalog.CatalogTool;
import tools.jackson.databind.node.ObjectNode;

/** How the arguments of one call are read and written. */
public interface CallReading {

    /** Reads what a caller sent. */
    ArgumentReading read(ObjectNode arguments);

    /** Reads what interceptors made of it. */
    ArgumentReading readOwn(ObjectNode arguments);

    /** Returns arguments that were read as the vendor takes them. */
    ObjectNode written(ObjectNode arguments);

    /** Hears that the vendor found the values wrong (HTTP 400 or 422). */
    void refused();

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
            public void refused() {
                // Nothing is kept that could be out of date.
            }
        };
    }
}
