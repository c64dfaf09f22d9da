package dev.mcpcodegen.codegen.derive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.mcpcodegen.codegen.TestApi;
import dev.mcpcodegen.codegen.derive.DerivationOptions.DocumentationLevel;
import dev.mcpcodegen.codegen.diagnostic.Severity;
import dev.mcpcodegen.codegen.model.IntegrationModel;
import dev.mcpcodegen.codegen.model.IntegrationModel.NotATool;
import dev.mcpcodegen.codegen.model.IntegrationModel.Reason;
import dev.mcpcodegen.codegen.model.ResponseModel;
import dev.mcpcodegen.codegen.model.ResponseModel.Kind;
import dev.mcpcodegen.codegen.model.ToolModel;
import dev.mcpcodegen.codegen.model.ToolModel.Hints;
import dev.mcpcodegen.codegen.model.TypeDeclaration;
import dev.mcpcodegen.codegen.model.TypeModel;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ToolDeriverTest {

    private static int tools(String operation, DocumentationLevel level) {
        return TestApi.of("paths: {/persons: {post: {responses: {}, " + operation + "}}}")
                .tools(new DerivationOptions(level, true))
                .tools()
                .size();
    }

    @ParameterizedTest
    @CsvSource({
        "OFF, '', 1",
        "SUMMARY, '', 0",
        "SUMMARY, 'summary: Create a person', 1",
        "SUMMARY, 'summary: Create', 0",
        "TOOL, 'summary: Create a person', 0",
        "TOOL, 'description: Short', 0",
        "TOOL, 'description: Creates a person.', 1",
        "TOOL, 'description: Create person', 1",
        "TOOL, 'description: create persons', 0",
        "TOOL, 'description: create_a_acme_person', 0",
        "TOOL, 'description: x, x-mcp: {description: Creates a person.}', 1",
        "ARGUMENTS, 'description: Creates a person., parameters: [{name: a, in: query, schema: {}}]', 0",
        "ARGUMENTS, 'description: Creates a person., parameters: [{name: a, in: query, description: x, schema: {}}]', 1",
    })
    void theGateLetsThroughWhatIsDocumented(DocumentationLevel level, String operation, int tools) {
        assertThat(tools(operation, level)).isEqualTo(tools);
    }

    @Test
    void anEmptyIntegrationIsAnErrorThatSaysWhy() {
        TestApi api = TestApi.of("paths: {/persons: {post: {responses: {}, summary: Create a person}}}");
        IntegrationModel integration = api.tools();

        assertThat(integration.notTools())
                .extracting(NotATool::operation, NotATool::pointer)
                .containsExactly(tuple("POST /persons", "/paths/~1persons/post"));
        assertThat(api.found(Severity.ERROR))
                .singleElement()
                .satisfies(error -> assertThat(error.message())
                        .contains("No operation of \"acme\" becomes a tool", "POST /persons: no description"));
    }

    @Test
    void leavesOutWhatIsNotExposedAndOnRequestWhatIsDeprecated() {
        TestApi api = TestApi.of("""
                paths:
                  /a: {post: {description: Creates an a., responses: {}, x-mcp: false}}
                  /b: {post: {description: Creates a b for., responses: {}, deprecated: true}}
                  /c: {post: {description: Creates a c for., responses: {}}}
                """);

        assertThat(api.tools(new DerivationOptions(DocumentationLevel.TOOL, false))
                        .notTools())
                .extracting(NotATool::reason)
                .containsExactly(Reason.HIDDEN, Reason.DEPRECATED);
        assertThat(api.names()).containsExactly("create_a_acme_b", "create_a_acme_c");
    }

    @ParameterizedTest
    @CsvSource({
        "get, /a, true, false, true",
        "head, /a, true, false, true",
        "post, /a, false, false, false",
        "patch, '/a/{id}', false, false, false",
        "patch, /items, false, true, false",
        "patch, /a, false, false, false",
        "get, /items/open, true, false, true",
        "get, /users.delete, false, true, true",
        "post, /items/purge, false, true, false",
        "put, '/a/{id}', false, true, true",
        "delete, '/a/{id}', false, true, true",
    })
    void hintsFollowTheHttpMethod(String http, String path, boolean reads, boolean destroys, boolean idempotent) {
        assertThat(TestApi.operation(http, path, "").tool().hints())
                .isEqualTo(new Hints(reads, destroys, idempotent, true));
    }

    @ParameterizedTest
    @CsvSource({
        "post, mergeProfiles, Merge Profiles, true",
        "post, '', Deletes one or more transfers, true",
        "post, batch/bulkDeleteItems, '', true",
        "patch, archive_card, '', true",
        "post, revokeToken, '', true",
        "post, createMerge, Creates a merge request, false",
        "post, resetting, '', false",
        "get, deleteReport, Delete report, false",
    })
    void whatBeginsWithRemovingDestroys(String http, String id, String summary, boolean destroys) {
        String words = "operationId: '" + id + "'\nsummary: '" + summary + "'\n";

        assertThat(TestApi.operation(http, "/things", words).tool().hints().destructive())
                .isEqualTo(destroys);
    }

    @Test
    void declaredHintsWin() {
        String hints = "x-mcp: {annotations: {readOnlyHint: true, destructiveHint: false, idempotentHint: false,"
                + " openWorldHint: false}}";

        assertThat(TestApi.operation("delete", "/a", hints).tool().hints())
                .isEqualTo(new Hints(true, false, false, false));
    }

    @ParameterizedTest
    @CsvSource({
        "application/json, '{type: object}', JSON",
        "text/csv, '{type: string}', JSON",
        "application/octet-stream, '{type: string, format: binary}', FILE",
        "image/png, '{}', FILE",
        "application/json, '{type: string, format: binary}', FILE",
    })
    void answersAreOfTheKindOfTheirMediaType(String mediaType, String schema, Kind kind) {
        TestApi api = TestApi.of("paths: {/a: {get: {description: Gets it whole., responses: {'200': {description: x,"
                + " content: {" + mediaType + ": {schema: " + schema + "}}}}}}}");

        assertThat(api.tool().response().kind()).isEqualTo(kind);
    }

    @Test
    void anAnswerWithoutContentIsNothingAndErrorsAreNoAnswers() {
        assertThat(TestApi.of("paths: {/a: {get: {description: Gets it whole., responses: {'404': {description: x,"
                                + " content: {application/json: {schema: {type: object}}}}}}}}")
                        .tool()
                        .response()
                        .kind())
                .isEqualTo(Kind.NOTHING);
    }

    @Test
    void theResultIsWhatThePathNames() {
        ResponseModel response = TestApi.of("""
                paths:
                  /a/{id}:
                    get:
                      description: Gets an item.
                      responses: {'200': {description: OK, content: {application/json: {schema: {
                        type: object, properties: {data: {type: integer}}}}}}}
                      x-mcp: {response: {path: /data, redirect: follow}}
                """).tool().response();

        assertThat(response.type()).isEqualTo(TypeModel.IntegerType.PLAIN);
        assertThat(response.path()).isEqualTo("/data");
        assertThat(response.followRedirect()).isTrue();
    }

    @Test
    void recordsHeadedByAToolDescribeItAndItsArguments() {
        TestApi api = TestApi.of("""
                paths:
                  /persons: {post: {responses: {}, parameters: [{name: a, in: query, schema: {}}]}}
                x-mcp-tool-docs:
                  create_a_acme_person: {description: Creates a person., tags: [crm], arguments: {a: {description: A!}}}
                """);

        ToolModel tool = api.tool();
        assertThat(tool.description()).isEqualTo("Creates a person.");
        assertThat(tool.tags()).containsExactly("crm");
        assertThat(tool.arguments())
                .first()
                .extracting(argument -> argument.property().description())
                .isEqualTo("A!");
    }

    @Test
    void aRecordOfNoToolIsAnError() {
        TestApi api = TestApi.of("""
                paths: {/persons: {post: {description: Creates a person., responses: {}}}}
                x-mcp-tool-docs: {create_a_acme_persona: {description: Creates a person.}}
                """);
        api.tools();

        assertThat(api.found(Severity.ERROR))
                .extracting(error -> error.location().pointer())
                .containsExactly("/x-mcp-tool-docs/create_a_acme_persona");
    }

    private static final String TYPES = """
            paths:
              /a/{id}: {get: {description: Gets an item., responses: {'200': {description: x, content:
                {application/json: {schema: {$ref: '#/components/schemas/Alpha'}}}}}}}
              /b/{id}: {get: {description: Gets an item., responses: {'200': {description: x, content:
                {application/json: {schema: {$ref: '#/components/schemas/Beta'}}}}}}}
            components:
              schemas:
                Alpha: {type: object, properties: {
                  shared: {$ref: '#/components/schemas/Shared'}, own: {type: object, properties: {x: {}}},
                  Own: {type: object, properties: {y: {}}}, list: {type: object, properties: {z: {}}},
                  SHARED: {type: object, properties: {z: {}}}, get_as: {type: object, properties: {z: {}}},
                  self: {$ref: '#/components/schemas/Alpha'}}}
                Beta: {anyOf: [{$ref: '#/components/schemas/Shared'}, {type: string}]}
                Shared: {type: object, properties: {x: {}}}
                Unused: {type: object, properties: {x: {}}}
            """;

    private static Map<String, TypeDeclaration> types() {
        return TestApi.of(TYPES).tools().types().values().stream()
                .collect(Collectors.toMap(type -> type.key().replaceAll(".*/", ""), type -> type));
    }

    private static TypeDeclaration type(String name) {
        return Objects.requireNonNull(types().get(name));
    }

    @Test
    void nestsATypeInTheOnlyToolThatUsesItAndSharesOthers() {
        assertThat(type("Shared").owner()).isNull();
        assertThat(type("Alpha").owner()).isEqualTo("GetA");
        assertThat(types()).doesNotContainKey("Unused");
    }

    @Test
    void typesDifferInMoreThanCaseAndHideNothing() {
        assertThat(type("Shared").javaName()).isEqualTo("Shared");
        assertThat(type("SHARED").javaName()).isEqualTo("AlphaShared");
        assertThat(type("list").javaName()).isEqualTo("AcmeList");
        assertThat(types().values())
                .extracting(type -> type.javaName().toLowerCase(Locale.ROOT))
                .doesNotHaveDuplicates();
    }
}
