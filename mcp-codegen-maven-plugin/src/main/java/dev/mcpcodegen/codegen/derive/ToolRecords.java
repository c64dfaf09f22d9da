package dev.mcpcodegen.codegen.derive;

import dev.mcpcodegen.codegen.diagnostic.DocumentScope;
import dev.mcpcodegen.codegen.model.ApiOperation;
import dev.mcpcodegen.codegen.model.ToolDirectives;
import dev.mcpcodegen.codegen.model.ToolDirectives.ArgumentDirectives;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Adds documentation records that are headed by a tool's name, which is known only now, to what is said about its operation. */
final class ToolRecords {

    private ToolRecords() {}

    /** Returns the operations with the words of their tools' records, which win over others; a record of no tool is an error. */
    static List<NamedOperation> apply(
            Map<String, ToolDirectives> records, List<NamedOperation> operations, DocumentScope problems) {
        Map<String, ToolDirectives> unused = new TreeMap<>(records);
        List<NamedOperation> recorded = new ArrayList<>();
        for (NamedOperation named : operations) {
            ToolDirectives tool = unused.remove(named.name());
            recorded.add(tool == null ? named : named.with(recorded(named.operation(), tool)));
        }
        unused.keySet()
                .forEach(name -> problems.at("/x-mcp-tool-docs/" + name)
                        .error(
                                "There is no tool \"" + name + "\".",
                                "Correct the heading, or remove the record; `describe` lists the tools."));
        return recorded;
    }

    private static ApiOperation recorded(ApiOperation operation, ToolDirectives tool) {
        ToolDirectives own = operation.directives();
        Map<String, ArgumentDirectives> arguments = new LinkedHashMap<>(own.arguments());
        tool.arguments().forEach((name, words) -> arguments.merge(name, words, ToolRecords::described));
        return operation.withDirectives(new ToolDirectives(
                own.expose(),
                own.name(),
                own.resource(),
                own.method(),
                first(tool.title(), own.title()),
                first(tool.description(), own.description()),
                own.tags().isEmpty() ? tool.tags() : own.tags(),
                own.annotations(),
                arguments,
                own.body(),
                own.paging(),
                own.responsePath(),
                own.followRedirect(),
                own.dynamicFields()));
    }

    private static ArgumentDirectives described(ArgumentDirectives own, ArgumentDirectives words) {
        return words.or(own);
    }

    private static @Nullable String first(@Nullable String preferred, @Nullable String other) {
        return preferred != null ? preferred : other;
    }
}
