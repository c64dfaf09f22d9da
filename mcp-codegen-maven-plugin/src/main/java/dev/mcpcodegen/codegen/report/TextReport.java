package dev.mcpcodegen.codegen.report;

import dev.mcpcodegen.codegen.model.IntegrationModel;
import dev.mcpcodegen.codegen.model.PagingModel;
import dev.mcpcodegen.codegen.model.ToolCatalog;
import dev.mcpcodegen.codegen.model.ToolModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The report for a terminal: one aligned line a tool. */
public final class TextReport {

    private static final List<String> HEAD =
            List.of("TOOL", "NAME FROM", "OPERATION", "TAGS", "TOKENS", "PAGING", "ARGUMENTS (* required)");

    private TextReport() {}

    public static String of(ToolCatalog catalog, Costs costs) {
        return catalog.integrations().stream()
                .map(integration -> integration(integration, costs))
                .collect(Collectors.joining("\n"));
    }

    private static String integration(IntegrationModel integration, Costs costs) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEAD);
        integration.tools().forEach(tool -> rows.add(row(tool, costs)));
        StringBuilder text = new StringBuilder();
        int tools = integration.tools().size();
        text.append(integration.displayName()).append(": ").append(tools);
        text.append(tools == 1 ? " tool from " : " tools from ");
        text.append(integration.specFile());
        text.append(", about ")
                .append(costs.tokens(integration))
                .append(" tokens when listed\n")
                .append(aligned(rows));
        integration.tools().stream()
                .filter(tool -> !tool.pagingNote().isEmpty())
                .forEach(tool -> text.append("not paged: ")
                        .append(tool.name())
                        .append(": ")
                        .append(tool.pagingNote())
                        .append('\n'));
        integration
                .notTools()
                .forEach(notATool -> text.append("no tool: ")
                        .append(notATool.operation())
                        .append(": ")
                        .append(notATool.words())
                        .append('\n'));
        return text.toString();
    }

    private static List<String> row(ToolModel tool, Costs costs) {
        String arguments = tool.arguments().stream()
                .map(argument -> argument.name() + (argument.required() ? "*" : ""))
                .collect(Collectors.joining(" "));
        return List.of(
                tool.name(),
                tool.nameSource().name().toLowerCase(Locale.ROOT),
                tool.operation().toString(),
                String.join(",", tool.tags()),
                String.valueOf(costs.of(tool).tokens()),
                tool.pages().map(PagingModel::style).orElse(""),
                tool.pages().isPresent() ? (arguments + " limit next_cursor").strip() : arguments);
    }

    private static String aligned(List<List<String>> rows) {
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < row.size(); column++) {
                line.append(padded(row.get(column), width(rows, column))).append("  ");
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    private static int width(List<List<String>> rows, int column) {
        return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    }

    private static String padded(String cell, int width) {
        return cell + " ".repeat(width - cell.length());
    }
}
