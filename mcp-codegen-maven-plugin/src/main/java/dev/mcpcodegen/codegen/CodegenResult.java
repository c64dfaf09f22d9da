package dev.mcpcodegen.codegen;

import dev.mcpcodegen.codegen.diagnostic.Diagnostic;
import dev.mcpcodegen.codegen.model.ToolCatalog;
import dev.mcpcodegen.codegen.output.OutputChanges;
import java.util.List;

/** How a run ended. */
public sealed interface CodegenResult {

    /** One line for the log. */
    String summary();

    /** Nothing has changed since the latest run; nothing was read or written. */
    record UpToDate() implements CodegenResult {

        @Override
        public String summary() {
            return "The tools are up to date.";
        }
    }

    /** The specifications have errors; nothing was written. */
    record Failed(List<Diagnostic> diagnostics) implements CodegenResult {

        @Override
        public String summary() {
            long errors = diagnostics.stream().filter(Diagnostic::isError).count();
            return errors == 1 ? "The specifications have an error." : "The specifications have " + errors + " errors.";
        }
    }

    /** The files are written. */
    record Generated(ToolCatalog catalog, List<Diagnostic> diagnostics, OutputChanges changes)
            implements CodegenResult {

        @Override
        public String summary() {
            int specs = catalog.integrations().size();
            return "Generated " + catalog.toolCount() + " tools from " + specs + (specs == 1 ? " spec: " : " specs: ")
                    + changes.written().size() + " files written, "
                    + changes.unchanged().size() + " unchanged, "
                    + changes.deleted().size() + " deleted.";
        }
    }
}
