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

    static final String OURS = "mcp-codegen, pipeline, -Xmx768m";
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
        return List.of(
                ours(),
                parser(),
                goal("mcp-codegen, Maven goal, -Xmx768m", true),
                goal("mcp-codegen, Maven goal, nothing changed", false),
                goal("Maven alone, the goal skipped", false, "-Dmcp.codegen.skip"),
                typedClient());
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

    private Contender ours() {
        Path output = outputs.resolve("mcp-codegen");
        return jvm(
                OURS,
                List.of("-Xmx768m", "-cp", System.getProperty("java.class.path"), OwnGeneration.class.getName()),
                List.of(specs().toString(), output.toString()),
                output,
                Optional.of(() -> ToolLists.ofResources(output.resolve("resources"))));
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
        return jvm(
                TYPED_CLIENT,
                List.of(
                        "-jar",
                        settings.target()
                                .resolve("peers/openapi-generator-cli.jar")
                                .toString()),
                List.of(
                        "generate",
                        "--generator-name",
                        "java",
                        "--library",
                        "native",
                        "--input-spec",
                        document.toString(),
                        "--output",
                        outputs.resolve("openapi-generator").toString()),
                outputs.resolve("openapi-generator"),
                Optional.empty());
    }

    private Contender jvm(
            String name,
            List<String> program,
            List<String> arguments,
            Path output,
            Optional<Contender.ToolListSizer> toolList) {
        List<String> command = new ArrayList<>(List.of(java()));
        command.addAll(program);
        command.addAll(arguments);
        return new Contender(name, command, true, outputs, List.of(output), Optional.of(output), toolList);
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
