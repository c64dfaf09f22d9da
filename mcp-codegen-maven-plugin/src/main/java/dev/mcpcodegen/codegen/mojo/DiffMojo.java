package dev.mcpcodegen.codegen.mojo;

import dev.mcpcodegen.codegen.CodegenRequest;
import dev.mcpcodegen.codegen.LockPipeline;
import dev.mcpcodegen.codegen.SpecInput;
import dev.mcpcodegen.codegen.diagnostic.Diagnostics;
import dev.mcpcodegen.codegen.report.ChangeReport;
import dev.mcpcodegen.codegen.report.SurfaceChanges;
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
 * Shows what changes for clients: since the tools were locked, or between two documents. Fails for nothing but errors in specifications;
 * with two documents it needs no project.
 *
 * @since 0.1.0
 */
@Mojo(name = "diff", requiresProject = false, threadSafe = true)
public final class DiffMojo extends AbstractReportMojo {

    /** The older document, or folder of specifications; goes together with {@code to}. */
    @Parameter(property = "mcp.codegen.from")
    private @Nullable File from;

    /** The newer document, or folder of specifications. */
    @Parameter(property = "mcp.codegen.to")
    private @Nullable File to;

    @Inject
    public DiffMojo(RepositorySystem repositories) {
        super(repositories);
    }

    @Override
    public void execute() throws MojoFailureException, MojoExecutionException {
        if ((from == null) != (to == null)) {
            throw new MojoFailureException(
                    "Give both mcp.codegen.from and mcp.codegen.to, or neither to compare with the lock.");
        }
        Diagnostics diagnostics = new Diagnostics();
        LockPipeline pipeline = new LockPipeline(getLog()::info);
        List<SurfaceChanges> changes = from == null || to == null
                ? pipeline.diff(request(), diagnostics)
                : between(root(from), root(to), pipeline, diagnostics);
        show(ChangeReport.of(changes, format()), diagnostics);
    }

    private List<SurfaceChanges> between(
            SpecInput.Root before, SpecInput.Root after, LockPipeline pipeline, Diagnostics diagnostics)
            throws MojoFailureException, MojoExecutionException {
        CodegenRequest request = request(new SpecInput(List.of(after), after.path()));
        return pipeline.diff(request, before, after, diagnostics);
    }
}
