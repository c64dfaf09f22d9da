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
    void readsWhatBuildsOnASchemaWithADiscriminator() {
        RawApi api = TempApi.of(folder, """
                openapi: 3.0.3
                paths: {}
                components:
                  schemas:
                    Pet:
                      type: object
                      properties: {kind: {type: string}}
                      discriminator: {propertyName: kind}
                    Dog:
                      allOf:
                        - $ref: '#/components/schemas/Pet'
                        - {type: object, required: [bark], properties: {bark: {type: boolean}}}
                """);

        RawObject pet =
                RawObject.of(api, api.root().get("components").get("schemas").get("Pet"));

        assertThat(pet.names()).containsExactlyInAnyOrder("kind", "bark");
        assertThat(pet.required()).isEmpty();
        assertThat(pet.hasAlternatives()).isTrue();
    }
}
