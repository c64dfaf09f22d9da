package dev.mcpcodegen.codegen.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectOutputTest {

    private static final String SERVICE = "com.example.Service";
    private static final UpToDateKey KEY = new UpToDateKey("1", Map.of(), List.of());

    @TempDir
    private Path project;

    @Test
    void aProviderOfAnotherExecutionLeavesThisOneUpToDate() throws IOException {
        write("crm", List.of("crm", "erp"), "a/Crm.java", "a/crm.json");
        write("erp", List.of("crm", "erp"), "b/Erp.java", "b/erp.json");

        assertThat(serviceFile()).hasContent("crm.Router\nerp.Router\n");
        assertThat(isUpToDate("crm", List.of("crm", "erp"))).isTrue();
        assertThat(isUpToDate("erp", List.of("crm", "erp"))).isTrue();
    }

    @Test
    void aLostProviderIsWrittenAgain() throws IOException {
        write("crm", List.of("crm"), "a/Crm.java", "a/crm.json");
        Files.delete(serviceFile());

        assertThat(isUpToDate("crm", List.of("crm"))).isFalse();
    }

    @Test
    void tellsTheFirstFileThatAnotherExecutionGeneratesToo() throws IOException {
        write("crm", List.of("crm", "erp"), "a/Router.java", "a/crm.json");

        ProjectOutput erp = output("erp", List.of("crm", "erp"));

        assertThat(erp.sharedFile(files("b/Erp.java", "b/erp.json"))).isEmpty();
        assertThat(erp.sharedFile(files("a/Router.java", "a/crm.json")))
                .contains(new SharedFile("a/Router.java", "crm"));
    }

    @Test
    void anExecutionMayTakeTheFilesOfOneThatIsGone() throws IOException {
        write("old", List.of("old"), "a/Router.java", "a/crm.json");

        assertThat(output("new", List.of("new")).sharedFile(files("a/Router.java", "a/crm.json")))
                .isEmpty();
    }

    @Test
    void deletesWhatAnExecutionWroteThatIsGone() throws IOException {
        write("crm", List.of("crm", "erp"), "a/Crm.java", "a/crm.json");
        write("erp", List.of("crm", "erp"), "b/Erp.java", "b/erp.json");
        Path copy = copyOf("b/erp.json");

        assertThat(isUpToDate("crm", List.of("crm"))).isFalse();
        write("crm", List.of("crm"), "a/Crm.java", "a/crm.json");

        assertThat(project.resolve("sources/a/Crm.java")).exists();
        assertThat(project.resolve("sources/b")).doesNotExist();
        assertThat(project.resolve("resources/b")).doesNotExist();
        assertThat(copy).doesNotExist();
        assertThat(serviceFile()).hasContent("crm.Router\n");
        assertThat(project.resolve("memory/erp")).doesNotExist();
        assertThat(isUpToDate("crm", List.of("crm"))).isTrue();
    }

    @Test
    void leavesFoldersOfOthersInItsMemoryAlone() throws IOException {
        Path report = Files.createDirectories(project.resolve("memory/reports")).resolve("report.json");
        Files.writeString(report, "mine");

        write("crm", List.of("crm"), "a/Crm.java", "a/crm.json");

        assertThat(report).hasContent("mine");
        assertThat(isUpToDate("crm", List.of("crm"))).isTrue();
    }

    @Test
    void deletesTheCopyOfADeletedResource() throws IOException {
        write("crm", List.of("crm"), "a/Crm.java", "a/old.json");
        Path copy = copyOf("a/old.json");
        Path foreign = Files.writeString(copy.resolveSibling("mine.json"), "mine");

        write("crm", List.of("crm"), "a/Crm.java", "a/new.json");

        assertThat(copy).doesNotExist();
        assertThat(foreign).exists();
    }

    @Test
    void deletesTheCopyOfAServiceFileThatNamesNobody() throws IOException {
        write("crm", List.of("crm"), "a/Crm.java", "a/crm.json");
        Path copy = copyOf("META-INF/services/" + SERVICE);

        output("crm", List.of("crm"))
                .write(KEY, files("a/Crm.java", "a/crm.json"), Map.of(SERVICE, List.of()), List.of());

        assertThat(serviceFile()).doesNotExist();
        assertThat(copy).doesNotExist();
    }

    private void write(String execution, List<String> executions, String source, String resource) throws IOException {
        output(execution, executions).write(KEY, files(source, resource), services(execution), List.of());
    }

    private boolean isUpToDate(String execution, List<String> executions) throws IOException {
        return output(execution, executions).isUpToDate(KEY, services(execution));
    }

    private ProjectOutput output(String execution, List<String> executions) {
        return new ProjectOutput(new ProjectLayout(
                project,
                project.resolve("sources"),
                project.resolve("resources"),
                project.resolve("classes"),
                project.resolve("reports"),
                project.resolve("memory"),
                execution,
                Set.copyOf(executions)));
    }

    private static Map<String, List<String>> services(String execution) {
        return Map.of(SERVICE, List.of(execution + ".Router"));
    }

    private static List<GeneratedFile> files(String source, String resource) {
        return List.of(
                new GeneratedFile(GeneratedFile.Kind.SOURCE, source, "class X {}"),
                new GeneratedFile(GeneratedFile.Kind.RESOURCE, resource, "{}"));
    }

    private Path serviceFile() {
        return project.resolve("resources/META-INF/services/" + SERVICE);
    }

    /** As the build copies a resource to where classes are. */
    private Path copyOf(String resource) throws IOException {
        Path copy = project.resolve("classes").resolve(resource);
        Files.createDirectories(copy.getParent());
        return Files.copy(project.resolve("resources").resolve(resource), copy);
    }
}
