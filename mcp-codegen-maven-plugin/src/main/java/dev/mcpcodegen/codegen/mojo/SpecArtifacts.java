package dev.mcpcodegen.codegen.mojo;

import dev.mcpcodegen.codegen.SpecInput;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.maven.model.Dependency;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;

/** Finds specifications that are published as Maven artifacts, in the build's own repositories and offline where it is. */
final class SpecArtifacts {

    private static final Pattern COORDINATES = Pattern.compile("[\\w.-]+:[\\w.-]+(:[\\w.-]+){0,2}");

    private final RepositorySystem repositories;
    private final RepositorySystemSession session;
    private final MavenProject project;

    SpecArtifacts(RepositorySystem repositories, RepositorySystemSession session, MavenProject project) {
        this.repositories = repositories;
        this.session = session;
        this.project = project;
    }

    static boolean isCoordinates(String entry) {
        return COORDINATES.matcher(entry).matches();
    }

    /**
     * Resolves {@code groupId:artifactId[:version][:classifier]}; without a version the project's dependencies, and then those it manages,
     * say which one.
     */
    SpecInput.Root resolve(String coordinates) throws MojoFailureException, MojoExecutionException {
        String[] parts = coordinates.split(":", -1);
        String version = parts.length > 2 ? parts[2] : version(parts[0], parts[1], coordinates);
        String classifier = parts.length > 3 ? parts[3] : "";
        Artifact artifact = new DefaultArtifact(parts[0], parts[1], classifier, "jar", version);
        try {
            ArtifactRequest request = new ArtifactRequest(artifact, project.getRemoteProjectRepositories(), null);
            Path file = repositories
                    .resolveArtifact(session, request)
                    .getArtifact()
                    .getFile()
                    .toPath();
            return new SpecInput.Root(file, parts[0] + ":" + parts[1]);
        } catch (ArtifactResolutionException e) {
            throw new MojoExecutionException(
                    "`specs` names " + artifact + ", which cannot be resolved: " + e.getMessage(), e);
        }
    }

    private String version(String groupId, String artifactId, String coordinates) throws MojoFailureException {
        Stream<Dependency> managed = project.getDependencyManagement() == null
                ? Stream.of()
                : project.getDependencyManagement().getDependencies().stream();
        Optional<String> version = Stream.concat(project.getDependencies().stream(), managed)
                .filter(dependency -> dependency.getGroupId().equals(groupId)
                        && dependency.getArtifactId().equals(artifactId)
                        && dependency.getVersion() != null)
                .map(Dependency::getVersion)
                .findFirst();
        return version.orElseThrow(
                () -> new MojoFailureException(
                        "`specs` names " + coordinates
                                + " without a version, and the project neither depends on it nor manages it. Add the version or the dependency."));
    }
}
