package dev.mcpcodegen.codegen.mojo;

import dev.mcpcodegen.codegen.LockPipeline;
import dev.mcpcodegen.codegen.TokenBudget;
import dev.mcpcodegen.codegen.diagnostic.Diagnostics;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.eclipse.aether.RepositorySystem;

/**
 * Fails when clients would break, compared with what is locked, or when tools cost a model more than the budget.
 *
 * @since 0.1.0
 */
@Mojo(name = "check", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public final class CheckMojo extends AbstractCodegenMojo {

    /** Skips the goal. */
    @Parameter(property = "mcp.codegen.skip", defaultValue = "false")
    private boolean skip;

    /** How many tokens, of about four bytes, the tools of each integration may cost together when they are listed; 0 for any number. */
    @Parameter(property = "mcp.codegen.tokenBudget", defaultValue = "0")
    private int tokenBudget;

    /** How many tokens each tool may cost; 0 for any number. */
    @Parameter(property = "mcp.codegen.tokenBudget.tool", defaultValue = "0")
    private int toolTokenBudget;

    @Inject
    public CheckMojo(RepositorySystem repositories) {
        super(repositories);
    }

    @Override
    public void execute() throws MojoFailureException, MojoExecutionException {
        if (skip) {
            getLog().info("Skipped: mcp.codegen.skip is true.");
            return;
        }
        if (onlyHoldsModules()) {
            return;
        }
        Diagnostics diagnostics = new Diagnostics();
        int tools = new LockPipeline(getLog()::info)
                .check(request(), new TokenBudget(tokenBudget, toolTokenBudget), diagnostics);
        log(diagnostics.all());
        if (diagnostics.hasErrors()) {
            throw new MojoFailureException("The check of the tools failed; each reason is above.");
        }
        getLog().info("Checked " + tools + (tools == 1 ? " tool." : " tools."));
    }
}
