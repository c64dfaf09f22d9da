package dev.mcpcodegen.codegen.mojo;

import dev.mcpcodegen.codegen.CodegenRequest;
import dev.mcpcodegen.codegen.FailOn;
import dev.mcpcodegen.codegen.LockMode;
import dev.mcpcodegen.codegen.SpecInput;
import dev.mcpcodegen.codegen.derive.DerivationOptions;
import dev.mcpcodegen.codegen.derive.DerivationOptions.DocumentationLevel;
import dev.mcpcodegen.codegen.derive.DerivationOptions.Naming;
import dev.mcpcodegen.codegen.diagnostic.Diagnostic;
import dev.mcpcodegen.codegen.output.ProjectLayout;
import dev.mcpcodegen.codegen.schema.SchemaOptions;
import dev.mcpcodegen.codegen.schema.SchemaOptions.OutputDetail;
import dev.mcpcodegen.codegen.schema.SchemaProfile;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.jspecify.annotations.Nullable;

/** What the goals have in common: the parameters that say what is read and how tools are made of it. */
@SuppressWarnings("NullAway.Init") // Maven fills the parameters
abstract class AbstractCodegenMojo extends AbstractMojo {

    private final RepositorySystem repositories;

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    private MojoExecution execution;

    @Parameter(defaultValue = "${plugin}", readonly = true, required = true)
    private PluginDescriptor plugin;

    @Parameter(defaultValue = "${repositorySystemSession}", readonly = true, required = true)
    private RepositorySystemSession session;

    /** Holds a folder for each vendor, with {@code openapi.yaml}, {@code *.overlay.yaml}, {@code docs/*.md} and {@code tools.lock.yaml}. */
    @Parameter(property = "mcp.codegen.specsDirectory", defaultValue = "${project.basedir}/src/main/specs")
    private File specsDirectory;

    /**
     * Where specifications are, instead of {@code specsDirectory}: Maven artifacts as {@code groupId:artifactId[:version][:classifier]}, whose
     * jars have a folder {@code specs} with a folder for each vendor, and folders. Without a version, the project's dependencies say which.
     * What such an integration is locked as lies in {@code specsDirectory}.
     */
    @Parameter(property = "mcp.codegen.specs")
    private @Nullable List<String> specs;

    /**
     * What becomes tools; everything when nothing is given. Each entry is an integration by the name of its folder ({@code crm}), or selects
     * operations: {@code tag:cards}, {@code operation:listCards} (the vendor's id), {@code GET /cards/**}, {@code /cards} (any method). {@code *}
     * stands for anything within a name or path segment, {@code **} for any segments. {@code crm/tag:cards} speaks of one integration only.
     */
    @Parameter(property = "mcp.codegen.includes")
    private @Nullable List<String> includes;

    /** What becomes no tool although it is included; entries as for {@code includes}. */
    @Parameter(property = "mcp.codegen.excludes")
    private @Nullable List<String> excludes;

    /**
     * What makes the build fail: {@code error} (something useless in a specification), {@code warning} (also what is probably not
     * meant) or {@code never} (an integration with errors is left out and the others are generated).
     */
    @Parameter(property = "mcp.codegen.failOn", defaultValue = "error")
    private String failOn;

    /**
     * Hosts from which references in a specification may be fetched, by HTTPS and without redirects; a host whose address is private
     * is refused. Without any, nothing is fetched.
     */
    @Parameter(property = "mcp.codegen.allowedRefHosts")
    private @Nullable List<String> allowedRefHosts;

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
     * After what tools are named: {@code resource} (what is done to which resource, as in {@code list_all_acme_persons}) or {@code
     * operationId} (the vendor's own ids, as in {@code acme_list_persons}).
     */
    @Parameter(property = "mcp.codegen.naming", defaultValue = "resource")
    private String naming;

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

    /**
     * What {@code tools.lock.yaml} means: {@code off} (nothing), {@code warn} (names are kept, {@code check} tells what breaks clients), {@code
     * fail} (it fails, too) or {@code strict} (also when a tool is not locked).
     */
    @Parameter(property = "mcp.codegen.lock", defaultValue = "fail")
    private String lock;

    /** The Java package of the router; each integration gets one below it. By default the project's groupId with {@code .mcp}. */
    @Parameter(property = "mcp.codegen.basePackage", defaultValue = "${project.groupId}.mcp")
    private String basePackage;

    /** Whether a servlet is generated that serves the tools. */
    @Parameter(property = "mcp.codegen.router", defaultValue = "true")
    private boolean router;

    /** Where the servlet answers; {@code /mcp} and {@code /mcp/*} when nothing is given. */
    @Parameter(property = "mcp.codegen.urlPatterns")
    private @Nullable List<String> urlPatterns;

    /**
     * What a Java program sees of an answer, as the second type parameter of a generated tool: {@code typed}, a record of what the vendor
     * documents, or {@code tree}, Jackson's {@code JsonNode}, so that fewer classes are generated. What clients receive is the same.
     */
    @Parameter(property = "mcp.codegen.results", defaultValue = "typed")
    private String results;

    /**
     * Java classes for values of a format ({@code date-time=java.time.OffsetDateTime}), or else of a type ({@code number=java.lang.Double}),
     * in generated records. Without any, text stays text and numbers stay exact, so that a vendor receives what the caller wrote; a mapped
     * value is sent as its class writes it, and one that the class cannot read is refused.
     */
    @Parameter(property = "mcp.codegen.typeMappings")
    private @Nullable List<String> typeMappings;

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

    AbstractCodegenMojo(RepositorySystem repositories) {
        this.repositories = repositories;
    }

    MavenProject project() {
        return project;
    }

    /** Says so and returns true where there is nothing to do: a project that only holds what its modules share. */
    boolean onlyHoldsModules() {
        boolean holds = project.getPackaging().equals("pom");
        if (holds) {
            getLog().info("Skipped: this project only holds what its modules share.");
        }
        return holds;
    }

    Path outputDirectory() {
        return outputDirectory.toPath();
    }

    Path resourcesDirectory() {
        return resourcesDirectory.toPath();
    }

    CodegenRequest request() throws MojoFailureException, MojoExecutionException {
        return request(specInput());
    }

    CodegenRequest request(SpecInput input) throws MojoFailureException, MojoExecutionException {
        return new CodegenRequest(
                pluginVersion(),
                input,
                includes == null ? Set.of() : Set.copyOf(includes),
                excludes == null ? Set.of() : Set.copyOf(excludes),
                Choice.of(LockMode.class, "lock", lock),
                failOn(),
                allowedRefHosts == null ? Set.of() : Set.copyOf(allowedRefHosts),
                new DerivationOptions(
                        Choice.of(DocumentationLevel.class, "requireDocs", requireDocs), includeDeprecated, naming()),
                new SchemaOptions(
                        Choice.of(SchemaProfile.class, "schemaProfile", schemaProfile),
                        Choice.of(OutputDetail.class, "outputSchema", outputSchema)),
                JavaParameters.read(basePackage, router, urlPatterns, results, typeMappings),
                layout());
    }

    /** A file or folder that the command line names. */
    SpecInput.Root root(File file) throws MojoFailureException {
        if (!Files.exists(file.toPath())) {
            throw new MojoFailureException("There is no file or folder " + file + ".");
        }
        return new SpecInput.Root(file.toPath(), layout().displayOf(file.toPath()));
    }

    FailOn failOn() throws MojoFailureException {
        return Choice.of(FailOn.class, "failOn", failOn);
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

    ProjectLayout layout() {
        return ProjectFiles.layout(
                project,
                execution,
                plugin.getPluginLookupKey(),
                outputDirectory(),
                resourcesDirectory(),
                reportDirectory.toPath());
    }

    private SpecInput specInput() throws MojoFailureException, MojoExecutionException {
        Path folder = specsDirectory.toPath();
        if (specs == null || specs.isEmpty()) {
            return SpecInput.folder(folder, layout().displayOf(folder));
        }
        List<SpecInput.Root> roots = new ArrayList<>();
        SpecArtifacts artifacts = new SpecArtifacts(repositories, session, project);
        for (String entry : specs) {
            roots.add(SpecArtifacts.isCoordinates(entry) ? artifacts.resolve(entry) : root(relative(entry)));
        }
        return new SpecInput(roots, folder);
    }

    private File relative(String path) {
        File file = new File(path);
        return file.isAbsolute() || project.getBasedir() == null ? file : new File(project.getBasedir(), path);
    }

    private String pluginVersion() throws MojoExecutionException {
        try {
            return PluginIdentity.of(
                    plugin.getVersion(), plugin.getPluginArtifact().getFile().toPath());
        } catch (IOException e) {
            throw new MojoExecutionException("The plugin's own files cannot be read: " + e.getMessage(), e);
        }
    }

    private Naming naming() throws MojoFailureException {
        return switch (naming) {
            case "resource" -> Naming.RESOURCE;
            case "operationId" -> Naming.OPERATION_ID;
            default ->
                throw new MojoFailureException("naming is \"" + naming + "\"; it must be resource or operationId.");
        };
    }
}
