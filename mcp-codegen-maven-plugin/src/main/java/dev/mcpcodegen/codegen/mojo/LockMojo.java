package dev.mcpcodegen.codegen.mojo;

import dev.mcpcodegen.codegen.LockPipeline;
import dev.mcpcodegen.codegen.LockResult;
import java.io.IOException;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.eclipse.aether.RepositorySystem;

/**
 * Writes {@code tools.lock.yaml} for each integration: what clients may rely on from now on. Says what it changed. Nothing else writes these
 * files.
 *
 * @since 0.1.0
 */
@Mojo(name = "lock", threadSafe = true)
public final class LockMojo extends AbstractCodegenMojo {

    @Inject
    public LockMojo(RepositorySystem repositories) {
        super(repositories);
    }

    @Override
    public void execute() throws MojoFailureException, MojoExecutionException {
        if (onlyHoldsModules()) {
            return;
        }
        LockResult result = lock();
        log(result.diagnostics());
        if (result.hasErrors()) {
            throw new MojoFailureException("Nothing is locked: the specifications have errors.");
        }
        result.integrations().forEach(integration -> {
            getLog().info(integration.summary());
            integration.changes().forEach(change -> getLog().info("  " + change.sentence()));
        });
    }

    private LockResult lock() throws MojoExecutionException, MojoFailureException {
        try {
            return new LockPipeline(getLog()::info).lock(request());
        } catch (IOException e) {
            throw new MojoExecutionException("A lock cannot be written: " + e.getMessage(), e);
        }
    }
}
