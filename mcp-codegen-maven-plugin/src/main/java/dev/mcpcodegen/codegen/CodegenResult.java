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

    /** Something has errors, or what else the request says to fail on; nothing was written. */
    record Failed(List<Diagnostic> diagnostics) implements CodegenResult {

        @Override
        public String summary() {
            long errors = diagnostics.stream().filter(Diagnostic::isError).count();
            if (errors == 0) {
                return "Nothing is generated because of warnings, which failOn says to fail on.";
            }
            return "Nothing is generated because of " + (errors == 1 ? "an error." : errors + " errors.");
        }
    }

    /** The files are written. */
    record Generated(ToolCatalog catalog, List<Diagnostic> diagnostics, OutputChanges changes)
            implements CodegenResult {

        @Override
        public String summary() {
            int specs = catalog.integrations().size();
            int tools = catalog.toolCount();
            return "Generated " + tools + (tools == 1 ? " tool" : " tools") + " from " + specs
                    + (specs == 1 ? " spec: " : " specs: ")
                    + changes.written().size() + " files written, "
                    + changes.unchanged().size() + " unchanged, "
                    + changes.deleted().size() + " deleted.";
        }
    }
}
