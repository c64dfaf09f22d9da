package dev.mcpcodegen.it.benchmarks;

import dev.mcpcodegen.codegen.CodegenPipeline;
import dev.mcpcodegen.codegen.CodegenRequest;
import dev.mcpcodegen.codegen.CodegenResult;
import dev.mcpcodegen.codegen.FailOn;
import dev.mcpcodegen.codegen.LockMode;
import dev.mcpcodegen.codegen.SpecInput;
import dev.mcpcodegen.codegen.derive.DerivationOptions;
import dev.mcpcodegen.codegen.derive.DerivationOptions.DocumentationLevel;
import dev.mcpcodegen.codegen.emit.EmitOptions;
import dev.mcpcodegen.codegen.output.ProjectLayout;
import dev.mcpcodegen.codegen.schema.SchemaOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;

/** The plugin's whole pipeline without Maven. Arguments: the folder of specifications, the folder to generate to. */
public final class OwnGeneration {

    private OwnGeneration() {}

    public static void main(String[] arguments) throws IOException {
        Path specs = Path.of(arguments[0]);
        Path output = Path.of(arguments[1]);
        CodegenResult result = new CodegenPipeline()
                .run(new CodegenRequest(
                        "benchmark",
                        SpecInput.folder(specs, "specs"),
                        Set.of(),
                        Set.of(),
                        LockMode.OFF,
                        FailOn.ERROR,
                        Set.of(),
                        new DerivationOptions(DocumentationLevel.OFF, true),
                        SchemaOptions.DEFAULT,
                        EmitOptions.inPackage("com.example.mcp"),
                        new ProjectLayout(
                                output,
                                output.resolve("sources"),
                                output.resolve("resources"),
                                output.resolve("classes"),
                                output.resolve("reports"),
                                output.resolve("memory"),
                                "default",
                                Set.of("default"))));
        System.out.println(result.summary());
        if (!(result instanceof CodegenResult.Generated)) {
            throw new IllegalStateException(result.toString());
        }
    }
}
