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

    /**
     * What the vendor of {@code document} is called in the names of tools, as the name of its folder would say in a project; by default the
     * name of the file or folder.
     */
    @Parameter(property = "mcp.codegen.name")
    private @Nullable String name;

    @Inject
    public DescribeMojo(RepositorySystem repositories) {
        super(repositories);
    }

    @Override
    public void execute() throws MojoFailureException, MojoExecutionException {
        CodegenRequest request = document == null
                ? request()
                : request(new SpecInput(List.of(named(root(document))), document.toPath()));
        Diagnostics diagnostics = new Diagnostics();
        ToolCatalog catalog = new CodegenPipeline(getLog()::info).catalog(request, diagnostics);
        show(CatalogReport.of(catalog, request.schemas(), format()), diagnostics);
    }

    private SpecInput.Root named(SpecInput.Root root) throws MojoFailureException {
        if (name == null) {
            return root;
        }
        if (!name.matches("[a-z][a-z0-9_]{0,31}")) {
            throw new MojoFailureException(
                    "name is \"" + name + "\"; it must be 1 to 32 lower-case letters, digits and underscores.");
        }
        return new SpecInput.Root(root.path(), root.display(), name);
    }
}
