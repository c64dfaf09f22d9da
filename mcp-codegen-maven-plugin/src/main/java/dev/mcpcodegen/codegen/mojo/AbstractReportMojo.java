package dev.mcpcodegen.codegen.mojo;

import dev.mcpcodegen.codegen.diagnostic.Diagnostics;
import dev.mcpcodegen.codegen.output.AtomicFiles;
import dev.mcpcodegen.codegen.report.ReportFormat;
import java.io.File;
import java.io.IOException;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/** What the goals that show something have in common: how it is written, and where. */
@SuppressWarnings("NullAway.Init") // Maven fills the parameters
abstract class AbstractReportMojo extends AbstractCodegenMojo {

    /** How the result is written: {@code text}, {@code markdown} or {@code json}. */
    @Parameter(property = "mcp.codegen.format", defaultValue = "text")
    private String format;

    /** The file that the result goes to; the log when none is given. */
    @Parameter(property = "mcp.codegen.outputFile")
    private @Nullable File outputFile;

    AbstractReportMojo(RepositorySystem repositories) {
        super(repositories);
    }

    ReportFormat format() throws MojoFailureException {
        return Choice.of(ReportFormat.class, "format", format);
    }

    /** Shows the result and what was found on the way, and fails if that was an error. */
    void show(String result, Diagnostics diagnostics) throws MojoFailureException, MojoExecutionException {
        log(diagnostics.all());
        if (outputFile == null) {
            result.lines().forEach(getLog()::info);
        } else {
            try {
                AtomicFiles.write(outputFile.toPath(), result);
            } catch (IOException e) {
                throw new MojoExecutionException(outputFile + " cannot be written: " + e.getMessage(), e);
            }
            getLog().info("Written: " + layout().displayOf(outputFile.toPath()));
        }
        if (failOn().isMetBy(diagnostics)) {
            throw new MojoFailureException("The specifications have errors or, if failOn says so, warnings.");
        }
    }
}
