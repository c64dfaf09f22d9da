package dev.mcpcodegen.it.corpus;

import dev.mcpcodegen.it.corpus.DocumentResult.Problem;
import dev.mcpcodegen.it.corpus.confirm.ToolTrials;
import dev.mcpcodegen.it.corpus.generated.Compilation;
import dev.mcpcodegen.it.corpus.generated.Generation;
import dev.mcpcodegen.it.corpus.generated.LoadedTools;
import dev.mcpcodegen.it.corpus.generated.Workspace;
import dev.mcpcodegen.it.corpus.raw.RawApi;
import dev.mcpcodegen.it.corpus.raw.RawDocumentException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** One document, step by step. Runs in a process of its own. */
final class DocumentRun {

    private final Path entry;
    private final Path work;
    private final DocumentResult result = new DocumentResult();

    private DocumentRun(Path entry, Path work) {
        this.entry = entry;
        this.work = work;
    }

    /** Arguments: the entry file, the integration's name, the folder to work in. */
    public static void main(String[] arguments) throws IOException, ReflectiveOperationException {
        DocumentRun run = new DocumentRun(Path.of(arguments[0]), Path.of(arguments[2]));
        run.run(arguments[1]);
        run.result.save(run.work.resolve("result.json"));
    }

    private void run(String integration) throws IOException, ReflectiveOperationException {
        step("read");
        Workspace workspace = Workspace.create(work, integration, entry, countOperations());

        step("generate");
        Generation generation = Generation.run(workspace);
        result.generateMs = generation.millis();
        result.heapMb = generation.heapMb();
        result.javaFiles = generation.javaFiles();
        if (generation.refusal() != null) {
            result.status = "refused";
            result.message = generation.refusal();
            return;
        }
        for (JsonNode notATool : generation.integration().path("notTools")) {
            result.notTools++;
            result.notToolReasons.merge(notATool.path("reason").asString(""), 1, Integer::sum);
        }
        result.tools = generation.integration().path("tools").size();

        step("compile");
        Compilation compilation = Compilation.of(workspace);
        result.compileMs = compilation.millis();
        if (!compilation.complaints().isEmpty()) {
            compilation.complaints().forEach(complaint -> problem("", "compile: " + complaint));
            return;
        }

        step("load");
        LoadedTools tools = LoadedTools.load(workspace);
        result.listBytes = tools.listBytes();
        if (tools.tools().size() != result.tools) {
            problem("", "load: " + tools.tools().size() + " tools are loaded, the report has " + result.tools);
        }

        step("confirm");
        result.calls = new ToolTrials(RawApi.read(entry), tools, generation.integration(), this::problem).run();
        result.status = result.problems.isEmpty() ? "ok" : "failed";
    }

    /** Returns the files that the document consists of besides its entry; none when it cannot be read. */
    private Set<Path> countOperations() {
        try {
            RawApi api = RawApi.read(entry);
            result.version = api.version();
            result.operations = api.operations().size();
            result.undocumented = (int) api.operations().stream()
                    .filter(operation -> !operation.isDocumented())
                    .count();
            return api.files().parts(entry);
        } catch (RawDocumentException e) {
            return Set.of();
        }
    }

    private void step(String name) throws IOException {
        result.step = name;
        result.save(work.resolve("result.json"));
    }

    private void problem(String tool, String problem) {
        result.problems.add(new Problem(tool, problem));
        if (result.message.isEmpty()) {
            result.message = problem;
        }
    }
}
