package dev.mcpcodegen.codegen.mojo;

import dev.mcpcodegen.codegen.output.ProjectLayout;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;

/** Where an execution's files are in its project, apart from those of other executions. */
final class ProjectFiles {

    private ProjectFiles() {}

    /**
     * @param pluginKey {@code groupId:artifactId} of this plugin
     * @param reports where reports go when the project has one execution
     */
    static ProjectLayout layout(
            MavenProject project,
            MojoExecution execution,
            String pluginKey,
            Path sources,
            Path resources,
            Path reports) {
        Set<String> executions = executions(project, pluginKey);
        // Asked for on the command line, a project's only execution is meant, so its files are this run's.
        boolean only = executions.size() == 1 && execution.getSource() == MojoExecution.Source.CLI;
        String name = only ? executions.iterator().next() : execution.getExecutionId();
        executions.add(name);
        Path memory = Path.of(project.getBuild().getDirectory(), "mcp-codegen");
        return new ProjectLayout(
                project.getBasedir() == null
                        ? Path.of("")
                        : project.getBasedir().toPath(),
                sources,
                resources,
                Path.of(project.getBuild().getOutputDirectory()),
                // The only execution of a project writes its report where people look first.
                executions.size() > 1 ? memory.resolve(name) : reports,
                memory,
                name,
                executions);
    }

    private static Set<String> executions(MavenProject project, String pluginKey) {
        Set<String> names = new TreeSet<>();
        Plugin declared = project.getPlugin(pluginKey);
        if (declared != null) {
            declared.getExecutions().stream()
                    .filter(candidate -> candidate.getGoals().contains("generate"))
                    .forEach(candidate -> names.add(candidate.getId()));
        }
        return names;
    }
}
