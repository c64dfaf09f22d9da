package dev.mcpcodegen.it.benchmarks;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is compared: how it is started on one document, and where its files go. */
final class Contenders {

    static final String OURS = "mcp-codegen, -Xmx768m";
    static final String PARSER = "swagger-parser, parsing only";
    static final String TYPED_CLIENT = "openapi-generator, java/native";

    private final BenchmarkSettings settings;
    private final Path document;
    private final Path outputs;
    private final Path project;

    Contenders(BenchmarkSettings settings, Path document) throws IOException {
        this.settings = settings;
        this.document = document;
        this.outputs = settings.target().resolve("generated");
        this.project = settings.target().resolve("project");
        Files.createDirectories(outputs);
        Path copy = specs().resolve("vendor").resolve("openapi" + extension());
        Folders.delete(specs());
        Files.createDirectories(copy.getParent());
        Files.copy(document, copy, StandardCopyOption.REPLACE_EXISTING);
    }

    /** In the order in which they run: the goal that finds nothing to do comes after the one that had something. */
    List<Contender> onTheJvm() {
        List<Contender> all =
                new ArrayList<>(new OwnTools("mcp-codegen", specs(), outputs.resolve("mcp-codegen")).steps());
        all.add(1, parser());
        all.add(2, typedClient());
        all.add(goal("mcp-codegen, Maven goal, -Xmx768m", true));
        all.add(goal("mcp-codegen, Maven goal, nothing changed", false));
        all.add(goal("Maven alone, the goal skipped", false, "-Dmcp.codegen.skip"));
        return all;
    }

    /** What a description larger than any vendor's takes us. */
    List<Contender> inExcess() throws IOException {
        Path specs = settings.target().resolve("synthetic");
        SyntheticDocument.write(specs.resolve("vendor").resolve("openapi.json"));
        return new OwnTools(
                        "mcp-codegen, " + SyntheticDocument.OPERATIONS + " operations",
                        specs,
                        outputs.resolve("synthetic"))
                .steps();
    }

    Contender onNode(NodePackages node) throws IOException, InterruptedException {
        Path generator = node.install(settings.mcpGenerator());
        Path output = outputs.resolve("openapi-mcp-generator");
        return new Contender(
                "openapi-mcp-generator",
                List.of(
                        "node",
                        generator.resolve("bin/openapi-mcp-generator.js").toString(),
                        "--input",
                        document.toString(),
                        "--output",
                        output.toString()),
                false,
                outputs,
                List.of(output),
                Optional.of(output),
                Optional.of(() -> ToolLists.ofGeneratedTypeScript(output.resolve("src/index.ts"), settings.target())));
    }

    private Contender parser() {
        return new Contender(
                PARSER,
                List.of(
                        java(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ParserOnly.class.getName(),
                        document.toString()),
                true,
                outputs,
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    private Contender typedClient() {
        Path output = outputs.resolve("openapi-generator");
        return new Contender(
                TYPED_CLIENT,
                List.of(
                        java(),
                        "-jar",
                        settings.target()
                                .resolve("peers/openapi-generator-cli.jar")
                                .toString(),
                        "generate",
                        "--generator-name",
                        "java",
                        "--library",
                        "native",
                        "--input-spec",
                        document.toString(),
                        "--output",
                        output.toString()),
                true,
                outputs,
                List.of(output),
                Optional.of(output),
                Optional.empty());
    }

    private Contender goal(String name, boolean clean, String... options) {
        List<String> command = new ArrayList<>(List.of(
                settings.mavenHome().resolve("bin/mvn").toString(),
                "--batch-mode",
                "--settings",
                project.resolve("settings.xml").toString(),
                "-Dmaven.repo.local=" + settings.target().resolve("local-repo"),
                "-Dmcp.codegen.specsDirectory=" + specs(),
                "generate-sources"));
        command.addAll(List.of(options));
        Path output = project.resolve("target");
        return new Contender(
                name,
                command,
                true,
                project,
                clean ? List.of(output) : List.of(),
                clean ? Optional.of(output) : Optional.empty(),
                Optional.empty());
    }

    private Path specs() {
        return settings.target().resolve("specs");
    }

    private String extension() {
        String name = String.valueOf(document.getFileName());
        return name.substring(name.lastIndexOf('.'));
    }

    private static String java() {
        return System.getProperty("java.home") + File.separator + "bin" + File.separator + "java";
    }
}
