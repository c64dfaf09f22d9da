package dev.mcpcodegen.it.corpus.raw;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcpcodegen.it.corpus.TempApi;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RawObjectTest {

    @TempDir
    private Path folder;

    @Test
    void whatIsDemandedIsNamedAlsoWithoutADeclaration() {
        RawObject object = object("Sent: {type: object, required: [a, b], properties: {a: {type: string}}}");
        assertThat(object.names()).containsExactly("a", "b");
        assertThat(object.required()).containsExactly("a", "b");
    }

    @Test
    void childrenMayStandForASchemaThatTellsThemApart() {
        RawObject object = object("""
                Sent: {type: object, discriminator: {propertyName: kind}, properties: {kind: {type: string}}}
                  Dog: {allOf: [{$ref: '#/components/schemas/Sent'}, {properties: {bark: {type: boolean}}}]}
                """.strip());
        assertThat(object.names()).containsExactly("kind", "bark");
        assertThat(object.hasAlternatives()).isTrue();
    }

    private RawObject object(String schemas) {
        RawApi api = TempApi.of(folder, """
                openapi: 3.0.3
                paths: {}
                components:
                  schemas:
                """ + "    " + schemas.replace("\n  ", "\n    ") + "\n");
        return RawObject.of(api, api.root().get("components").get("schemas").get("Sent"));
    }
}
