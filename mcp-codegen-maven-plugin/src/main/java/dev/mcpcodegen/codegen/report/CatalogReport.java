package dev.mcpcodegen.codegen.report;

import dev.mcpcodegen.codegen.model.ToolCatalog;

/** What was made of the specifications, in the form that is asked for. */
public final class CatalogReport {

    private CatalogReport() {}

    public static String of(ToolCatalog catalog, ReportFormat format) {
        return switch (format) {
            case TEXT -> TextReport.of(catalog);
            case MARKDOWN -> MarkdownReport.of(catalog);
            case JSON -> JsonReport.of(catalog);
        };
    }
}
