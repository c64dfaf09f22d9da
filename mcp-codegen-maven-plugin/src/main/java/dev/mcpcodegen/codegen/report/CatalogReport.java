package dev.mcpcodegen.codegen.report;

import dev.mcpcodegen.codegen.model.ToolCatalog;
import dev.mcpcodegen.codegen.schema.CatalogDefinitions;
import dev.mcpcodegen.codegen.schema.SchemaOptions;

/** What was made of the specifications, in the form that is asked for. */
public final class CatalogReport {

    private CatalogReport() {}

    /** Renders the report of tools as they are listed by default. */
    public static String of(ToolCatalog catalog, ReportFormat format) {
        CatalogDefinitions definitions = CatalogDefinitions.of(catalog, SchemaOptions.DEFAULT);
        return switch (format) {
            case TEXT -> TextReport.of(catalog, definitions);
            case MARKDOWN -> MarkdownReport.of(catalog, definitions);
            case JSON -> JsonReport.of(catalog, definitions);
        };
    }
}
