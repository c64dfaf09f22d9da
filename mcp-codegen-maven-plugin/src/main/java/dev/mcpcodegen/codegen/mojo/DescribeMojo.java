package dev.mcpcodegen.codegen.mojo;

import dev.mcpcodegen.codegen.CodegenPipeline;
import dev.mcpcodegen.codegen.CodegenRequest;
import dev.mcpcodegen.codegen.diagnostic.Diagnostics;
import dev.mcpcodegen.codegen.model.ToolCatalog;
import dev.mcpcodegen.codegen.report.TextReport;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;

/** Shows the tools that the specifications become, as a table, and what becomes none and why. Writes nothing and needs no project. */
@Mojo(name = "describe", requiresProject = false, threadSafe = true)
public final class DescribeMojo extends AbstractCodegenMojo {

    @Override
    public void execute() throws MojoFailureException, MojoExecutionException {
        CodegenRequest request = request();
        Diagnostics diagnostics = new Diagnostics();
        ToolCatalog catalog = new CodegenPipeline().catalog(request, diagnostics);
        log(diagnostics.all());
        TextReport.of(catalog).lines().forEach(getLog()::info);
        if (request.failOn().isMetBy(diagnostics)) {
            throw new MojoFailureException("The specifications have errors or, if failOn says so, warnings.");
        }
    }
}
