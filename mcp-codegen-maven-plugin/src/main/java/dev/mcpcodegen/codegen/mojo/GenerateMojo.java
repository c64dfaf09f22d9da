package dev.mcpcodegen.codegen.mojo;

import dev.mcpcodegen.codegen.CodegenPipeline;
import dev.mcpcodegen.codegen.CodegenResult;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import javax.inject.Inject;
import org.apache.maven.model.Resource;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.codehaus.plexus.build.BuildContext;
import org.eclipse.aether.RepositorySystem;

/**
 * Generates tools, schemas and a servlet from the specifications of a project. Does nothing when nothing has changed.
 *
 * @since 0.1.0
 */
@Mojo(name = "generate", defaultPhase = LifecyclePhase.GENERATE_SOURCES, threadSafe = true)
public final class GenerateMojo extends AbstractCodegenMojo {

    private final BuildContext buildContext;

    /** Skips the goal. */
    @Parameter(property = "mcp.codegen.skip", defaultValue = "false")
    private boolean skip;

    @Inject
    public GenerateMojo(RepositorySystem repositories, BuildContext buildContext) {
        super(repositories);
        this.buildContext = buildContext;
    }

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        if (skip) {
            getLog().info("Skipped: mcp.codegen.skip is true.");
            return;
        }
        if (onlyHoldsModules()) {
            return;
        }
        long start = System.nanoTime();
        CodegenResult result = generate();
        getLog().debug("Took " + TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start) + " ms.");
        if (result instanceof CodegenResult.Failed failed) {
            log(failed.diagnostics());
            throw new MojoFailureException(failed.summary());
        }
        if (result instanceof CodegenResult.Generated generated) {
            log(generated.diagnostics());
            generated.changes().written().forEach(file -> getLog().debug("Written: " + file));
            generated.changes().deleted().forEach(file -> getLog().debug("Deleted: " + file));
            buildContext.refresh(outputDirectory().toFile());
            buildContext.refresh(resourcesDirectory().toFile());
        }
        getLog().info(result.summary());
        registerRoots();
    }

    private CodegenResult generate() throws MojoExecutionException, MojoFailureException {
        try {
            return new CodegenPipeline(getLog()::info).run(request());
        } catch (IOException e) {
            throw new MojoExecutionException("The generated files cannot be written: " + e.getMessage(), e);
        }
    }

    private void registerRoots() {
        project().addCompileSourceRoot(outputDirectory().toString());
        String resources = resourcesDirectory().toString();
        if (project().getResources().stream().noneMatch(known -> resources.equals(known.getDirectory()))) {
            Resource resource = new Resource();
            resource.setDirectory(resources);
            project().addResource(resource);
        }
    }
}
