package dev.mcpcodegen.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcpcodegen.codegen.derive.DerivationOptions;
import dev.mcpcodegen.codegen.emit.EmitOptions;
import dev.mcpcodegen.codegen.output.ProjectLayout;
import dev.mcpcodegen.codegen.schema.SchemaOptions;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CodegenRequestTest {

    @Test
    void everyOptionDecidesWhetherARunIsSkipped() {
        Path base = Path.of("project");
        CodegenRequest request = new CodegenRequest(
                "1",
                SpecInput.folder(base, "specs"),
                Set.of(),
                Set.of(),
                LockMode.OFF,
                FailOn.ERROR,
                Set.of(),
                DerivationOptions.DEFAULT,
                SchemaOptions.DEFAULT,
                EmitOptions.inPackage("com.example"),
                new ProjectLayout(base, base, base, base, base, base, "default", Set.of("default")));

        assertThat(request.settings().keySet())
                .containsAll(Stream.of(DerivationOptions.class, SchemaOptions.class, EmitOptions.class)
                        .flatMap(options -> Stream.of(options.getRecordComponents()))
                        .map(RecordComponent::getName)
                        .toList());
    }
}
