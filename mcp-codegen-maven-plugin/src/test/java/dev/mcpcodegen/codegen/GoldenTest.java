package dev.mcpcodegen.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcpcodegen.codegen.diagnostic.Diagnostic;
import dev.mcpcodegen.codegen.emit.Compilation;
import dev.mcpcodegen.codegen.output.GeneratedFile;
import dev.mcpcodegen.runtime.arguments.ArgumentReader;
import dev.mcpcodegen.runtime.arguments.ArgumentReading;
import dev.mcpcodegen.runtime.tool.Integration;
import dev.mcpcodegen.runtime.tool.Tool;
import dev.mcpcodegen.runtime.tool.ToolJson;
import dev.mcpcodegen.runtime.tool.UpstreamRequest;
import dev.mcpcodegen.runtime.tool.UpstreamTool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;

/** Each folder of {@code golden} is a specification and all that comes of it; {@code -Dgolden.update=true} rewrites what is expected. */
class GoldenTest {

    private static final Path CASES = Path.of("src/test/resources/golden");
    private static final String DEFINITIONS = "resources/META-INF/mcp-codegen/acme/";

    @TempDir
    Path base;

    static List<String> cases() throws IOException {
        try (Stream<Path> folders = Files.list(CASES)) {
            return folders.map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void generatesExactlyTheExpectedTree(String name) throws IOException {
        SortedMap<String, String> generated = generate(name);
        Path expected = CASES.resolve(name).resolve("expected");
        if (Boolean.getBoolean("golden.update")) {
            rewrite(expected, generated);
        }

        assertThat(differences(TestProject.read(expected), generated))
                .as("%s; if the change is meant, run with -Dgolden.update=true and review the diff", name)
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void generatesToolsThatCompileAndTurnArgumentsIntoRequests(String name) throws Exception {
        SortedMap<String, String> generated = generate(name);
        Integration integration = integration(generated);

        assertThat(integration.tools()).isNotEmpty();
        for (Tool<?, ?> tool : integration.tools()) {
            UpstreamRequest request = call((UpstreamTool<?, ?>) tool, generated);

            assertThat(request.target())
                    .as(tool.descriptor().name())
                    .startsWith("/")
                    .doesNotContain("{");
        }
    }

    private SortedMap<String, String> generate(String name) throws IOException {
        TestProject project =
                new TestProject(base).with("acme", CASES.resolve(name).resolve("spec"));
        CodegenResult.Generated result = project.generate();
        SortedMap<String, String> files = project.output();
        if (!result.diagnostics().isEmpty()) {
            files.put(
                    "diagnostics.txt",
                    result.diagnostics().stream()
                            .map(diagnostic -> diagnostic.severity() + " " + diagnostic + "\n")
                            .collect(Collectors.joining()));
        }
        assertThat(result.diagnostics()).noneMatch(Diagnostic::isError);
        return files;
    }

    private static <A> UpstreamRequest call(UpstreamTool<A, ?> tool, Map<String, String> generated) {
        String definition = generated.get(DEFINITIONS + tool.descriptor().name() + ".json");
        ObjectNode schema = (ObjectNode) ToolJson.MAPPER.readTree(definition).path("inputSchema");
        ArgumentReader<A> reader = ArgumentReader.of(tool, schema);
        ArgumentReading reading = reader.read(SampleArguments.of(schema));
        assertThat(reading).as(tool.descriptor().name()).isInstanceOf(ArgumentReading.Valid.class);
        return tool.toRequest(reader.bind(((ArgumentReading.Valid) reading).arguments()));
    }

    private static Integration integration(Map<String, String> generated) throws ReflectiveOperationException {
        List<GeneratedFile> sources = new ArrayList<>();
        generated.forEach((path, content) -> {
            if (path.startsWith("java/")) {
                sources.add(new GeneratedFile(GeneratedFile.Kind.SOURCE, path.substring("java/".length()), content));
            }
        });
        Class<?> index = Compilation.of(sources).load("com.example.mcp.acme.AcmeTools");
        return (Integration) index.getMethod("integration").invoke(null);
    }

    private static List<String> differences(Map<String, String> expected, Map<String, String> generated) {
        TreeSet<String> all = new TreeSet<>(expected.keySet());
        all.addAll(generated.keySet());
        List<String> differences = new ArrayList<>();
        for (String path : all) {
            if (!expected.containsKey(path)) {
                differences.add("extra: " + path);
            } else if (!generated.containsKey(path)) {
                differences.add("missing: " + path);
            } else if (!expected.get(path).equals(generated.get(path))) {
                differences.add("changed: " + path + firstDifference(expected.get(path), generated.get(path)));
            }
        }
        return differences;
    }

    private static String firstDifference(String expected, String generated) {
        List<String> wanted = expected.lines().toList();
        List<String> got = generated.lines().toList();
        int line = 0;
        while (line < Math.min(wanted.size(), got.size()) && wanted.get(line).equals(got.get(line))) {
            line++;
        }
        return ":" + (line + 1) + "\n  expected: " + (line < wanted.size() ? wanted.get(line) : "<end>")
                + "\n  but was:  " + (line < got.size() ? got.get(line) : "<end>");
    }

    private static void rewrite(Path expected, Map<String, String> generated) throws IOException {
        for (String path : TestProject.read(expected).keySet()) {
            Files.delete(expected.resolve(path));
        }
        for (Map.Entry<String, String> file : generated.entrySet()) {
            Path target = expected.resolve(file.getKey());
            Files.createDirectories(target.getParent());
            Files.writeString(target, file.getValue());
        }
    }
}
