package dev.mcpcodegen.codegen.report;

import dev.mcpcodegen.codegen.model.ArgumentModel;
import dev.mcpcodegen.codegen.model.IntegrationModel;
import dev.mcpcodegen.codegen.model.IntegrationModel.NotATool;
import dev.mcpcodegen.codegen.model.IntegrationModel.Reason;
import dev.mcpcodegen.codegen.model.PagingModel;
import dev.mcpcodegen.codegen.model.ToolCatalog;
import dev.mcpcodegen.codegen.model.ToolModel;
import dev.mcpcodegen.codegen.model.ToolOrigin;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The report for people: {@code report.md}, a table an integration, readable in a pull request. */
public final class MarkdownReport {

    private final StringBuilder report = new StringBuilder("# Tools\n");
    private final ToolCatalog catalog;
    private final Costs costs;

    private MarkdownReport(ToolCatalog catalog, Costs costs) {
        this.catalog = catalog;
        this.costs = costs;
    }

    public static String of(ToolCatalog catalog, Costs costs) {
        MarkdownReport report = new MarkdownReport(catalog, costs);
        catalog.integrations().forEach(report::append);
        return report.report.toString();
    }

    private void append(IntegrationModel integration) {
        int tools = integration.tools().size();
        report.append("\n## ").append(Cells.text(integration.displayName())).append("\n\n");
        report.append(tools).append(tools == 1 ? " tool from `" : " tools from `");
        report.append(integration.specFile()).append("`, about ");
        report.append(costs.tokens(integration)).append(" tokens when listed.\n\n");
        report.append("| tool | name from | operation | arguments | left out | paging | tokens |\n");
        report.append("| --- | --- | --- | --- | --- | --- | ---: |\n");
        integration.tools().forEach(this::append);
        appendNotTools(integration.notTools());
    }

    private void append(ToolModel tool) {
        report.append("| ").append(Cells.code(tool.name())).append(" | ");
        report.append(words(tool.nameSource())).append(" | ");
        report.append(Cells.code(tool.operation().toString())).append(" | ");
        report.append(tool.arguments().stream().map(MarkdownReport::argument).collect(Collectors.joining(", ")));
        report.append(" | ");
        report.append(catalog.origin(tool).leftOut().stream()
                .map(MarkdownReport::leftOut)
                .collect(Collectors.joining(", ")));
        report.append(" | ");
        report.append(tool.pages().map(PagingModel::style).orElseGet(() -> Cells.prose(tool.pagingNote())));
        report.append(" | ").append(costs.of(tool).tokens()).append(" |\n");
    }

    private void appendNotTools(List<NotATool> notTools) {
        if (notTools.isEmpty()) {
            return;
        }
        Map<Reason, Long> counts =
                notTools.stream().collect(Collectors.groupingBy(NotATool::reason, TreeMap::new, Collectors.counting()));
        report.append("\n### Operations that became no tool\n\n");
        counts.forEach((reason, count) -> report.append("- ")
                .append(count)
                .append(' ')
                .append(reason.words())
                .append(": ")
                .append(reason.meaning())
                .append('\n'));
        report.append("\n| operation | why |\n| --- | --- |\n");
        notTools.forEach(notATool -> report.append("| ")
                .append(Cells.code(notATool.operation()))
                .append(" | ")
                .append(Cells.text(notATool.words()))
                .append(" |\n"));
    }

    private static String argument(ArgumentModel argument) {
        String name = argument.required() ? "**" + Cells.text(argument.name()) + "**" : Cells.text(argument.name());
        return name + " " + words(argument.location());
    }

    private static String leftOut(ToolOrigin.LeftOut left) {
        return Cells.text(left.wireName()) + " (" + words(left.cause()) + ")";
    }

    private static String words(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
