package dev.mcpcodegen.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcpcodegen.codegen.diagnostic.Diagnostic;
import dev.mcpcodegen.codegen.diagnostic.Diagnostics;
import dev.mcpcodegen.codegen.diagnostic.Severity;
import dev.mcpcodegen.codegen.lock.Change;
import dev.mcpcodegen.codegen.lock.Change.Kind;
import dev.mcpcodegen.codegen.model.ToolModel;
import dev.mcpcodegen.codegen.report.SurfaceChanges;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LockPipelineTest {

    private static final String PERSONS = """
            openapi: 3.1.0
            info: {title: Acme, version: "1"}
            paths:
              /persons:
                post:
                  description: Creates a person.
                  requestBody: {content: {application/json: {schema: {type: object, properties: {
                    name: {type: string}, age: {type: integer}}}}}}
                  responses: {}
            """;

    @TempDir
    Path base;

    private final LockPipeline pipeline = new LockPipeline(line -> {});

    @Test
    void locksOnceAndThenWritesTheSameBytes() throws IOException {
        TestProject project = persons(PERSONS);
        LockResult first = pipeline.lock(project.request());
        String lock = lock();
        LockResult second = pipeline.lock(project.request());

        assertThat(first.integrations())
                .singleElement()
                .satisfies(locked ->
                        assertThat(locked.summary()).isEqualTo("Locked 1 tool of acme in specs/acme/tools.lock.yaml."));
        assertThat(second.integrations())
                .singleElement()
                .satisfies(locked -> assertThat(locked.summary())
                        .isEqualTo("specs/acme/tools.lock.yaml is as it was: 1 tool of acme."));
        assertThat(lock()).isEqualTo(lock).contains("operation: POST /persons", "name: create_a_acme_person");
    }

    @Test
    void aSpecificationWithErrorsIsNotLocked() throws IOException {
        TestProject project = persons("openapi: 3.1.0\npaths: [");

        assertThat(pipeline.lock(project.request()).hasErrors()).isTrue();
        assertThat(base.resolve("specs/acme/tools.lock.yaml")).doesNotExist();
    }

    @Test
    void whatBreaksClientsFailsTheCheckWithTheWayOut() throws IOException {
        pipeline.lock(persons(PERSONS).request());
        TestProject project = persons(PERSONS.replace("name: {type: string}, ", "name: {type: string, enum: [x]}, "));

        assertThat(check(project, LockMode.FAIL))
                .singleElement()
                .satisfies(error -> assertThat(error.toString())
                        .contains(
                                "specs/acme/tools.lock.yaml",
                                "create_a_acme_person, argument name: takes only \"x\" now.",
                                "mvn mcp-codegen:lock"));
        assertThat(check(project, LockMode.WARN)).isEmpty();
        assertThat(check(project, LockMode.OFF)).isEmpty();
        pipeline.lock(project.request());
        assertThat(check(project, LockMode.STRICT)).isEmpty();
    }

    @Test
    void onlyAStrictCheckDemandsThatEveryToolIsLocked() throws IOException {
        TestProject project = persons(PERSONS);
        assertThat(check(project, LockMode.FAIL)).isEmpty();
        assertThat(check(project, LockMode.STRICT)).hasSize(1);

        pipeline.lock(project.request());
        persons(PERSONS + "  /deals: {post: {description: Creates a deal., responses: {}}}\n");

        assertThat(check(project, LockMode.FAIL)).isEmpty();
        assertThat(check(project, LockMode.STRICT))
                .singleElement()
                .satisfies(error -> assertThat(error.message()).contains("create_a_acme_deal", "not locked"));
    }

    @Test
    void aLockedNameOutlivesTheOperationThatWouldChangeIt() throws IOException {
        String one = "openapi: 3.1.0\ninfo: {title: A, version: '1'}\npaths:\n"
                + "  /teams/{id}/notes: {post: {description: Creates a note., responses: {},"
                + " parameters: [{name: id, in: path, required: true, schema: {type: string}}]}}\n";
        TestProject project = persons(one.replace("/teams/{id}/notes", "/v1/notes/{id}/send"));
        List<String> before = names(project);
        pipeline.lock(project.request());
        persons(one.replace("/teams/{id}/notes", "/v1/notes/{id}/send")
                + "  /v2/notes/{id}/send: {post: {description: Sends a note., responses: {},"
                + " parameters: [{name: id, in: path, required: true, schema: {type: string}}]}}\n");

        assertThat(names(project)).containsAll(before).hasSize(2);
    }

    @Test
    void theLockIsPartOfTheUpToDateKey() throws IOException {
        TestProject project = persons(PERSONS);
        project.generate();
        assertThat(project.run()).isInstanceOf(CodegenResult.UpToDate.class);
        pipeline.lock(project.request());

        assertThat(project.run()).isInstanceOf(CodegenResult.Generated.class);
    }

    @Test
    void aBudgetLimitsAToolAndAnIntegration() throws IOException {
        TestProject project = persons(PERSONS);
        pipeline.lock(project.request());
        Diagnostics enough = new Diagnostics();
        pipeline.check(project.request(), new TokenBudget(1000, 1000), enough);
        Diagnostics tooLittle = new Diagnostics();
        pipeline.check(project.request(), new TokenBudget(10, 10), tooLittle);

        assertThat(enough.hasErrors()).isFalse();
        assertThat(tooLittle.all())
                .extracting(Diagnostic::message)
                .satisfiesExactly(
                        tool -> assertThat(tool).contains("create_a_acme_person", "may cost 10"),
                        integration -> assertThat(integration).contains("The 1 tools of acme", "may cost 10"));
    }

    @Test
    void diffTellsTheWorkingTreeFromTheLock() throws IOException {
        pipeline.lock(persons(PERSONS).request());
        TestProject project = persons(PERSONS.replace("age: {type: integer}", "years: {type: integer}"));
        Diagnostics diagnostics = new Diagnostics();

        assertThat(pipeline.diff(project.request(), diagnostics))
                .singleElement()
                .satisfies(changes ->
                        assertThat(changes.changes()).extracting(Change::kind).containsExactly(Kind.ARGUMENT_RENAMED));
    }

    @Test
    void diffComparesTwoDocumentsOfAnyName() throws IOException {
        Path old = Files.writeString(base.resolve("crm-2025.yaml"), PERSONS);
        Path now = Files.writeString(
                base.resolve("crm-2026.yaml"), PERSONS.replace("age: {type: integer}", "age: {type: number}"));
        Diagnostics diagnostics = new Diagnostics();
        List<SurfaceChanges> changes = pipeline.diff(
                new TestProject(base).request(),
                new SpecInput.Root(old, "crm-2025.yaml"),
                new SpecInput.Root(now, "crm-2026.yaml"),
                diagnostics);

        assertThat(diagnostics.all()).isEmpty();
        assertThat(changes)
                .singleElement()
                .satisfies(integration -> assertThat(integration.changes())
                        .extracting(Change::kind)
                        .containsExactly(Kind.TYPE_WIDER));
    }

    @Test
    void readsIntegrationsFromAJarAndLocksThemInTheProject() throws IOException {
        Path jar = base.resolve("vendor-specs.jar");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            zip.putNextEntry(new ZipEntry("META-INF/MANIFEST.MF"));
            zip.putNextEntry(new ZipEntry("specs/acme/openapi.yaml"));
            zip.write(PERSONS.getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("specs/acme/docs/persons.md"));
            zip.write("# Persons\n\n## POST /persons\nCreates one from a record.\n".getBytes(StandardCharsets.UTF_8));
        }
        SpecInput input =
                new SpecInput(List.of(new SpecInput.Root(jar, "com.vendor:specs")), base.resolve("src/main/specs"));
        CodegenRequest request = new TestProject(base).request(input);
        Diagnostics diagnostics = new Diagnostics();

        assertThat(new CodegenPipeline()
                        .catalog(request, diagnostics)
                        .integrations()
                        .get(0))
                .satisfies(acme -> {
                    assertThat(acme.specFile()).isEqualTo("com.vendor:specs/acme/openapi.yaml");
                    assertThat(acme.tools())
                            .extracting(ToolModel::description)
                            .containsExactly("Creates one from a record.");
                });
        assertThat(diagnostics.all()).isEmpty();
        pipeline.lock(request);
        assertThat(base.resolve("src/main/specs/acme/tools.lock.yaml")).exists();
        assertThat(pipeline.lock(request).integrations().get(0).wasLocked()).isTrue();
    }

    @Test
    void theSpecificationsOfThisRepositoryAreReadBackAsTheyWereLocked() throws IOException {
        TestProject project = new TestProject(base).with("affinity", Path.of("../specs/affinity"));
        pipeline.lock(project.request());
        Diagnostics diagnostics = new Diagnostics();

        assertThat(pipeline.diff(project.request(), diagnostics))
                .singleElement()
                .satisfies(changes -> assertThat(changes.changes()).isEmpty());
        assertThat(diagnostics.all()).isEmpty();
    }

    private TestProject persons(String document) throws IOException {
        return new TestProject(base).with("acme", "openapi.yaml", document);
    }

    private String lock() throws IOException {
        return Files.readString(base.resolve("specs/acme/tools.lock.yaml"));
    }

    private List<Diagnostic> check(TestProject project, LockMode mode) {
        Diagnostics diagnostics = new Diagnostics();
        pipeline.check(project.request(mode), TokenBudget.NONE, diagnostics);
        return diagnostics.all().stream()
                .filter(found -> found.severity() == Severity.ERROR)
                .toList();
    }

    private static List<String> names(TestProject project) {
        return project.catalog(new Diagnostics()).integrations().get(0).tools().stream()
                .map(ToolModel::name)
                .toList();
    }
}
