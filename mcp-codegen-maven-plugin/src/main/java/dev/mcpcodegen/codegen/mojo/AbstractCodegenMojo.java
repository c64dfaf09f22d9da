package dev.mcpcodegen.codegen.mojo;

import dev.mcpcodegen.codegen.CodegenRequest;
import dev.mcpcodegen.codegen.derive.DerivationOptions;
import dev.mcpcodegen.codegen.derive.DerivationOptions.DocumentationLevel;
import dev.mcpcodegen.codegen.diagnostic.Diagnostic;
import dev.mcpcodegen.codegen.emit.EmitOptions;
import dev.mcpcodegen.codegen.output.ProjectLayout;
import dev.mcpcodegen.codegen.schema.SchemaOptions;
import dev.mcpcodegen.codegen.schema.SchemaOptions.OutputDetail;
import dev.mcpcodegen.codegen.schema.SchemaProfile;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** What the goals have in common: the parameters that say what is read and how tools are made of it. */
@SuppressWarnings("NullAway.Init") // Maven fills the parameters
abstract class AbstractCodegenMojo extends AbstractMojo {

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    private MojoExecution execution;

    @Parameter(defaultValue = "${plugin}", readonly = true, required = true)
    private PluginDescriptor plugin;

    /** Holds a folder for each vendor, with {@code openapi.yaml}, {@code *.overlay.yaml} and {@code docs/*.md}. */
    @Parameter(property = "mcp.codegen.specsDirectory", defaultValue = "${project.basedir}/src/main/specs")
    private File specsDirectory;

    /** The integrations to generate, by the names of their folders; all of them when nothing is given. */
    @Parameter(property = "mcp.codegen.includes")
    private @Nullable List<String> includes;

    /** Integrations to leave out, by the names of their folders. */
    @Parameter(property = "mcp.codegen.excludes")
    private @Nullable List<String> excludes;

    /**
     * How well an operation must be documented to become a tool: {@code off}, {@code summary}, {@code tool} (a description) or {@code
     * arguments} (a description of every argument, too).
     */
    @Parameter(property = "mcp.codegen.requireDocs", defaultValue = "tool")
    private String requireDocs;

    /** Whether operations that the vendor calls deprecated become tools. */
    @Parameter(property = "mcp.codegen.includeDeprecated", defaultValue = "true")
    private boolean includeDeprecated;

    /**
     * Which keywords the tools' input schemas may hold: {@code portable}, what all known clients take, or {@code full}, all that is
     * known of an argument.
     */
    @Parameter(property = "mcp.codegen.schemaProfile", defaultValue = "portable")
    private String schemaProfile;

    /**
     * How much the tools' output schemas say: {@code lean}, the names of an answer's properties; {@code full}, all that the vendor
     * documents; or {@code none}.
     */
    @Parameter(property = "mcp.codegen.outputSchema", defaultValue = "lean")
    private String outputSchema;

    /** The Java package of the router; each integration gets one below it. By default the project's groupId with {@code .mcp}. */
    @Parameter(property = "mcp.codegen.basePackage", defaultValue = "${project.groupId}.mcp")
    private String basePackage;

    /** Whether a servlet is generated that serves the tools. */
    @Parameter(property = "mcp.codegen.router", defaultValue = "true")
    private boolean router;

    /** Where the servlet answers; {@code /mcp} and {@code /mcp/*} when nothing is given. */
    @Parameter(property = "mcp.codegen.urlPatterns")
    private @Nullable List<String> urlPatterns;

    /** Where the Java goes. */
    @Parameter(
            property = "mcp.codegen.outputDirectory",
            defaultValue = "${project.build.directory}/generated-sources/mcp-codegen")
    private File outputDirectory;

    /** Where the tools' JSON goes. */
    @Parameter(
            property = "mcp.codegen.resourcesDirectory",
            defaultValue = "${project.build.directory}/generated-resources/mcp-codegen")
    private File resourcesDirectory;

    /** Where {@code report.json} and {@code report.md} go. */
    @Parameter(property = "mcp.codegen.reportDirectory", defaultValue = "${project.build.directory}/mcp-codegen")
    private File reportDirectory;

    MavenProject project() {
        return project;
    }

    Path specsDirectory() {
        return specsDirectory.toPath();
    }

    Path outputDirectory() {
        return outputDirectory.toPath();
    }

    Path resourcesDirectory() {
        return resourcesDirectory.toPath();
    }

    CodegenRequest request() throws MojoFailureException, MojoExecutionException {
        List<String> patterns =
                urlPatterns == null || urlPatterns.isEmpty() ? EmitOptions.DEFAULT_URL_PATTERNS : urlPatterns;
        return new CodegenRequest(
                pluginVersion(),
                specsDirectory(),
                includes == null ? Set.of() : Set.copyOf(includes),
                excludes == null ? Set.of() : Set.copyOf(excludes),
                new DerivationOptions(documentationLevel(), includeDeprecated),
                new SchemaOptions(
                        oneOf(SchemaProfile.class, "schemaProfile", schemaProfile),
                        oneOf(OutputDetail.class, "outputSchema", outputSchema)),
                new EmitOptions(basePackage(), router, patterns, "McpRouter"),
                layout());
    }

    /** Logs what was found, each at its place. */
    void log(List<Diagnostic> diagnostics) {
        for (Diagnostic diagnostic : diagnostics) {
            switch (diagnostic.severity()) {
                case ERROR -> getLog().error(diagnostic.toString());
                case WARNING -> getLog().warn(diagnostic.toString());
                case INFO -> getLog().info(diagnostic.toString());
            }
        }
    }

    private ProjectLayout layout() {
        Set<String> executions = executions();
        // Asked for on the command line, a project's only execution is meant, so its files are this run's.
        boolean only = executions.size() == 1 && execution.getSource() == MojoExecution.Source.CLI;
        String name = only ? executions.iterator().next() : execution.getExecutionId();
        executions.add(name);
        Path memory = Path.of(project.getBuild().getDirectory(), "mcp-codegen");
        // The only execution of a project writes its report where people look first.
        Path reports = executions.size() > 1 ? memory.resolve(name) : reportDirectory.toPath();
        return new ProjectLayout(
                project.getBasedir() == null
                        ? Path.of("")
                        : project.getBasedir().toPath(),
                outputDirectory(),
                resourcesDirectory(),
                Path.of(project.getBuild().getOutputDirectory()),
                reports,
                memory,
                name,
                executions);
    }

    private Set<String> executions() {
        Set<String> names = new TreeSet<>();
        Plugin declared = project.getPlugin(plugin.getPluginLookupKey());
        if (declared != null) {
            declared.getExecutions().stream()
                    .filter(candidate -> candidate.getGoals().contains("generate"))
                    .forEach(candidate -> names.add(candidate.getId()));
        }
        return names;
    }

    /** A groupId may have hyphens, for which a package has underscores (JLS, section 6.1). */
    private String pluginVersion() throws MojoExecutionException {
        try {
            return PluginIdentity.of(
                    plugin.getVersion(), plugin.getPluginArtifact().getFile().toPath());
        } catch (IOException e) {
            throw new MojoExecutionException("The plugin's own files cannot be read: " + e.getMessage(), e);
        }
    }

    private String basePackage() throws MojoFailureException {
        String name = basePackage.replace('-', '_');
        if (!SourceVersion.isName(name)) {
            throw new MojoFailureException("basePackage is \"" + basePackage
                    + "\", which cannot be a Java package. Configure one, such as com.example.mcp.");
        }
        return name;
    }

    private static <E extends Enum<E>> E oneOf(Class<E> type, String parameter, String value)
            throws MojoFailureException {
        String names = Stream.of(type.getEnumConstants())
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        try {
            return Enum.valueOf(type, value.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new MojoFailureException(parameter + " is \"" + value + "\"; it must be one of " + names + ".");
        }
    }

    private DocumentationLevel documentationLevel() throws MojoFailureException {
        try {
            return DocumentationLevel.valueOf(requireDocs.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new MojoFailureException(
                    "requireDocs is \"" + requireDocs + "\"; it must be off, summary, tool or arguments.");
        }
    }
}
