package dev.mcpcodegen.codegen.spec.docs;

import dev.mcpcodegen.codegen.diagnostic.SourceLocation;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one heading of a page says.
 *
 * @param subject what the heading names
 * @param description paragraphs, joined by blank lines
 * @param arguments by name, in the order of the page
 * @param page what the page's front matter says of all its records
 */
record DocRecord(
        Subject subject, String description, Map<String, Argument> arguments, Page page, SourceLocation location) {

    /** What a heading can name. */
    sealed interface Subject {

        /** One operation of the document; the method is in upper case. */
        record Operation(String method, String path) implements Subject {}

        /** One tool, for where an operation becomes several. */
        record Tool(String name) implements Subject {}
    }

    /** Text of one argument. */
    record Argument(String text, SourceLocation location) {}

    /** Front matter. */
    record Page(@Nullable String resource, List<String> tags) {}
}
