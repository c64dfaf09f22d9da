package dev.mcpcodegen.codegen.derive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcpcodegen.codegen.TestApi;
import dev.mcpcodegen.codegen.derive.DerivationOptions.DocumentationLevel;
import dev.mcpcodegen.codegen.model.IntegrationModel;
import dev.mcpcodegen.codegen.model.ToolModel;
import dev.mcpcodegen.codegen.model.TypeDeclaration;
import org.junit.jupiter.api.Test;

class TypeNamesTest {

    private static final DerivationOptions ALL = new DerivationOptions(DocumentationLevel.OFF, true);

    @Test
    void aNameThatIsTakenSaysMoreOfWhatTheTypeStandsIn() {
        IntegrationModel api = TestApi.of("""
                paths:
                  /files: {get: {responses: {200: {content: {application/json: {schema: {$ref: '#/components/schemas/Access'}}}}}}}
                  /folders: {get: {responses: {200: {content: {application/json: {schema: {$ref: '#/components/schemas/Access'}}}}}}}
                  /links: {post: {responses: {}, requestBody: {content: {application/json: {schema: {type: object, properties: {
                    access: {type: string, enum: [a, b]},
                    shared_link: {type: object, properties: {access: {type: string, enum: [c, d]}}}}}}}}}}
                components: {schemas: {Access: {type: object, properties: {level: {type: string}}}}}
                """).tools(ALL);

        assertThat(api.types().values())
                .extracting(TypeDeclaration::javaName)
                .contains("Access", "SharedLink", "SharedLinkAccess", "CreateLinkAccess")
                .noneMatch(name -> name.contains("_"));
    }

    @Test
    void toolsWhoseClassesWouldClashAreNamedAfterTheirTools() {
        IntegrationModel api = TestApi.of("""
                paths:
                  /a: {get: {x-mcp: {name: acme_first_card, resource: cards, method: get}, responses: {}}}
                  /b: {get: {x-mcp: {name: acme_second_card, resource: cards, method: get}, responses: {}}}
                  /c: {get: {x-mcp: {resource: notes, method: get}, responses: {}}}
                """).tools(ALL);

        assertThat(api.tools()).extracting(ToolModel::javaName).containsExactly("FirstCard", "SecondCard", "GetNotes");
    }
}
