package dev.mcpcodegen.codegen.mojo;

import dev.mcpcodegen.codegen.CodegenPipeline;
import dev.mcpcodegen.codegen.CodegenRequest;
import dev.mcpcodegen.codegen.SpecInput;
import dev.mcpcodegen.codegen.diagnostic.Diagnostics;
import dev.mcpcodegen.codegen.model.ToolCatalog;
import dev.mcpcodegen.codegen.report.CatalogReport;
import java.io.File;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/**
 * Shows the tools that the specifications become, as a table, and what becomes none and why. Generates nothing and needs no project.
 *
 * @since 0.1.0
 */
@Mojo(name = "describe", requiresProject = false, threadSafe = true)
public final class DescribeMojo extends AbstractReportMojo {

    /** One document, or one integration's folder, to describe instead of the project's specifications. */
    @Parameter(property = "mcp.codegen.document")
    private @Nullable File document;

    @Inject
    public DescribeMojo(RepositorySystem repositories) {
        super(repositories);
    }

    @Override
    public void execute() throws MojoFailureException, MojoExecutionException {
        CodegenRequest request =
                document == null ? request() : request(new SpecInput(List.of(root(document)), document.toPath()));
        Diagnostics diagnostics = new Diagnostics();
        ToolCatalog catalog = new CodegenPipeline(getLog()::info).catalog(request, diagnostics);
        show(CatalogReport.of(catalog, request.schemas(), format()), diagnostics);
    }
}
