package dev.mcpcodegen.codegen.report;

import dev.mcpcodegen.codegen.model.ArgumentModel;
import dev.mcpcodegen.codegen.model.IntegrationModel;
import dev.mcpcodegen.codegen.model.ToolCatalog;
import dev.mcpcodegen.codegen.model.ToolModel;
import dev.mcpcodegen.codegen.schema.CatalogDefinitions;
import java.util.Locale;
import java.util.stream.Collectors;

/** The report for people: {@code report.md}, a table an integration. */
public final class MarkdownReport {

    private MarkdownReport() {}

    public static String of(ToolCatalog catalog, CatalogDefinitions definitions) {
        StringBuilder report = new StringBuilder("# Tools\n");
        catalog.integrations().forEach(integration -> append(report, integration, definitions));
        return report.toString();
    }

    private static void append(StringBuilder report, IntegrationModel integration, CatalogDefinitions definitions) {
        int tokens = integration.tools().stream()
                .mapToInt(tool -> definitions.of(tool).tokens())
                .sum();
        report.append("\n## ").append(cell(integration.displayName())).append("\n\n");
        int tools = integration.tools().size();
        report.append(tools)
                .append(tools == 1 ? " tool from `" : " tools from `")
                .append(integration.specFile())
                .append("`, about ");
        report.append(tokens).append(" tokens when listed.\n\n");
        report.append(
                "| tool | name from | operation | arguments | paging | tokens |\n| --- | --- | --- | --- | --- | ---: |\n");
        integration
                .tools()
                .forEach(tool -> append(report, tool, definitions.of(tool).tokens()));
        if (!integration.notTools().isEmpty()) {
            report.append("\n### Operations that became no tool\n\n| operation | why |\n| --- | --- |\n");
            integration
                    .notTools()
                    .forEach(notATool -> report.append("| `")
                            .append(cell(notATool.operation()))
                            .append("` | ")
                            .append(cell(notATool.words()))
                            .append(" |\n"));
        }
    }

    private static void append(StringBuilder report, ToolModel tool, int tokens) {
        report.append("| `").append(tool.name()).append("` | ");
        report.append(tool.nameSource().name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .append(" | `");
        report.append(cell(tool.operation().toString())).append("` | ");
        report.append(tool.arguments().stream().map(MarkdownReport::argument).collect(Collectors.joining(", ")));
        report.append(" | ")
                .append(tool.pages().isPresent() ? "limit, next_cursor" : "")
                .append(" | ");
        report.append(tokens).append(" |\n");
    }

    private static String argument(ArgumentModel argument) {
        return (argument.required() ? "**" + argument.name() + "**" : argument.name()) + " "
                + argument.location().name().toLowerCase(Locale.ROOT);
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace("\n", " ");
    }
}
