package dev.mcpcodegen.codegen.report;

import dev.mcpcodegen.codegen.model.ToolCatalog;
import dev.mcpcodegen.codegen.schema.CatalogDefinitions;
import dev.mcpcodegen.codegen.schema.SchemaOptions;

/** What was made of the specifications, in the form that is asked for. */
public final class CatalogReport {

    private CatalogReport() {}

    public static String of(ToolCatalog catalog, SchemaOptions schemas, ReportFormat format) {
        Costs costs = new Costs(catalog, CatalogDefinitions.of(catalog, schemas));
        return switch (format) {
            case TEXT -> TextReport.of(catalog, costs);
            case MARKDOWN -> MarkdownReport.of(catalog, costs);
            case JSON -> JsonReport.of(catalog, costs);
        };
    }
}
