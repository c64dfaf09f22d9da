package dev.mcpcodegen.codegen.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class GeneratorFaultTest {

    private static final SourceLocation PLACE = new SourceLocation("openapi.yaml", "/paths/~1a/get", 0);
    private final Diagnostics diagnostics = new Diagnostics();

    private static String mistake() {
        throw new IllegalStateException("no such type");
    }

    @Test
    void aMistakeOfOursIsAnErrorAtThePlaceThatBroughtItToLight() {
        assertThat(diagnostics.at(PLACE).guarded(GeneratorFaultTest::mistake)).isEmpty();

        assertThat(diagnostics.all()).singleElement().satisfies(fault -> {
            assertThat(fault.severity()).isEqualTo(Severity.ERROR);
            assertThat(fault.location()).isEqualTo(PLACE);
            assertThat(fault.message()).contains("no such type", "GeneratorFaultTest.java:");
            assertThat(fault.cure()).contains("bug of the generator", "x-mcp: false");
        });
    }

    @Test
    void theNearestPlaceIsTold() {
        Supplier<String> outer = () -> GeneratorFault.locating(PLACE, GeneratorFaultTest::mistake);

        assertThatExceptionOfType(GeneratorFault.class)
                .isThrownBy(() -> GeneratorFault.locating(SourceLocation.of("openapi.yaml"), outer))
                .satisfies(fault -> fault.report(diagnostics));

        assertThat(diagnostics.all())
                .singleElement()
                .satisfies(told -> assertThat(told.location()).isEqualTo(PLACE));
    }
}
