package dev.mcpcodegen.codegen.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DiagnosticsTest {

    private final Diagnostics diagnostics = new Diagnostics();

    @Test
    void keepsFindingsInTheirOrderAndEachOnce() {
        DiagnosticScope scope = diagnostics.at(SourceLocation.of("a.yaml"));
        scope.warning("second", "");
        scope.error("first", "");
        scope.warning("second", "");
        assertThat(diagnostics.all()).extracting(Diagnostic::message).containsExactly("second", "first");
        assertThat(diagnostics.count(Severity.WARNING)).isEqualTo(1);
    }

    @Test
    void onlyErrorsStopThePipeline() {
        diagnostics.at(SourceLocation.of("a.yaml")).warning("w", "");
        diagnostics.at(SourceLocation.of("a.yaml")).info("i", "");
        assertThat(diagnostics.hasErrors()).isFalse();
        diagnostics.at(SourceLocation.of("a.yaml")).error("e", "");
        assertThat(diagnostics.hasErrors()).isTrue();
    }

    @Test
    void locationsShowWhatIsKnown() {
        assertThat(SourceLocation.of("docs/a.md", 3)).hasToString("docs/a.md (line 3)");
        assertThat(new SourceLocation("s/openapi.yaml", "/paths/~1a", 0)).hasToString("s/openapi.yaml#/paths/~1a");
        assertThat(new SourceLocation("s/openapi.yaml", "/paths", 12)).hasToString("s/openapi.yaml#/paths (line 12)");
    }

    @Test
    void T_A10_aDocumentCannotWriteLinesOfTheLog() {
        SourceLocation place = new SourceLocation("a.yaml", "/paths/x\n[ERROR] forged", 0);

        Diagnostic diagnostic = new Diagnostic(Severity.WARNING, place, "It says \"a\r\nb\u2028c\u202ed\".", "");

        assertThat(diagnostic.toString()).isEqualTo("a.yaml#/paths/x [ERROR] forged\n        It says \"a  b c d\".");
    }
}
