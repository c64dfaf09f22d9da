package dev.mcpcodegen.runtime.arguments;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** What came of reading arguments. */
public sealed interface ArgumentReading {

    /**
     * All is well.
     *
     * @param arguments what goes to the tool
     * @param limit the caller's {@code limit}, for tools that page
     * @param cursor the caller's {@code next_cursor}, for tools that page
     */
    record Valid(
            ObjectNode arguments,
            @Nullable Integer limit,
            @Nullable String cursor) implements ArgumentReading {}

    /** Nothing may be sent. */
    record Invalid(List<Violation> violations) implements ArgumentReading {

        /** All violations as one text for the model. */
        public String message() {
            StringBuilder text = new StringBuilder("The arguments are not valid; nothing was sent.");
            violations.forEach(violation -> text.append("\n- ").append(violation.message()));
            return text.toString();
        }
    }

    /**
     * One thing that is wrong.
     *
     * @param argument the argument, nested ones as {@code a.b[0]}
     * @param message which argument, what was expected, what came
     */
    record Violation(String argument, String message) {}
}
