package dev.mcpcodegen.codegen.derive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcpcodegen.codegen.TestApi;
import dev.mcpcodegen.codegen.model.ToolModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OperationClassifierTest {

    private static final String LIST =
            "responses: {'200': {description: OK, content: {application/json: {schema: {type: array, items: {}}}}}}";

    @ParameterizedTest
    @CsvSource({
        "get, /persons/{id}, get, get_single_acme_person_by_id, GetPerson",
        "get, /status, get, get_acme_status, GetStatus",
        "post, /persons, create, create_a_acme_person, CreatePerson",
        "patch, /persons/{id}, update, update_a_acme_person_by_id, UpdatePerson",
        "put, /persons/{id}, update, update_a_acme_person_by_id, UpdatePerson",
        "post, /persons/{id}, update, update_a_acme_person_by_id, UpdatePerson",
        "put, /persons, upsert, acme_persons_upsert, UpsertPersons",
        "delete, /persons/{id}, delete, delete_a_acme_person_by_id, DeletePerson",
        "patch, /persons, bulk_update, acme_persons_bulk_update, BulkUpdatePersons",
        "delete, /persons, bulk_delete, acme_persons_bulk_delete, BulkDeletePersons",
        "post, /persons/search, search, acme_persons_search, SearchPersons",
        "get, /files/download/{id}, download, acme_files_download, DownloadFiles",
        "post, /persons/{id}/archive, archive, acme_persons_archive, ArchivePersons",
        "post, /lists/{id}/entries/{entry}/merge, merge, acme_list_entries_merge, MergeListEntries",
    })
    void followsPathAndHttpMethod(String http, String path, String method, String name, String javaName) {
        ToolModel tool = TestApi.operation(http, path, "").tool();

        assertThat(tool.method()).isEqualTo(method);
        assertThat(tool.name()).isEqualTo(name);
        assertThat(tool.javaName()).isEqualTo(javaName);
    }

    @Test
    void aGetThatAnswersAListIsAList() {
        TestApi api = TestApi.of("""
                paths:
                  /persons:
                    get:
                      description: Lists persons.
                """ + LIST.indent(6));

        assertThat(api.names()).containsExactly("list_all_acme_persons");
    }

    @Test
    void aDeclaredListIsAListWhateverItAnswers() {
        String paging = "x-mcp: {paging: {items: [/a, /b]}}";

        assertThat(TestApi.operation("get", "/persons", paging).names()).containsExactly("list_all_acme_persons");
    }

    @Test
    void aPutBesideAPatchOverwrites() {
        TestApi api = TestApi.of("""
                paths:
                  /persons/{id}:
                    put: {description: Overwrites a person., responses: {}}
                    patch: {description: Changes a person., responses: {}}
                    post: {operationId: touchPerson, description: Touches a person., responses: {}}
                """);

        assertThat(api.names())
                .containsExactlyInAnyOrder("acme_persons_overwrite", "update_a_acme_person_by_id", "acme_touch_person");
    }

    @Test
    void anythingElseBearsTheOperationId() {
        assertThat(TestApi.operation("head", "/persons", "operationId: checkPersons")
                        .names())
                .containsExactly("acme_check_persons");
        assertThat(TestApi.operation("get", "/{anything}", "operationId: getAnything")
                        .names())
                .containsExactly("acme_get_anything");
        assertThat(TestApi.operation("options", "/persons", "").names()).containsExactly("acme_options_persons");
    }

    @Test
    void whatIsDeclaredWins() {
        ToolModel tool = TestApi.operation("post", "/entity-files", "x-mcp: {resource: person files, method: markRead}")
                .tool();

        assertThat(tool.resource()).isEqualTo("person_files");
        assertThat(tool.method()).isEqualTo("mark_read");
        assertThat(tool.name()).isEqualTo("acme_person_files_mark_read");
        assertThat(tool.nameSource()).isEqualTo(ToolModel.NameSource.DECLARED);
    }

    @Test
    void aPathItemDeclaresForItsOperations() {
        TestApi api = TestApi.of("""
                paths:
                  /entity-files:
                    x-mcp: {resource: files, tags: [Crm Files]}
                    post: {description: Stores a file., responses: {}, x-mcp: {method: store}}
                """);

        assertThat(api.names()).containsExactly("acme_files_store");
        assertThat(api.tool().tags()).containsExactly("crm_files");
    }
}
