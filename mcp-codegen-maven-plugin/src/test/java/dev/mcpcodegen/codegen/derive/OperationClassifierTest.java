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
        "put, /persons/{id}, add, acme_persons_add, AddPersons",
        "post, /persons/{id}, update, update_a_acme_person_by_id, UpdatePerson",
        "put, /persons, upsert, acme_persons_upsert, UpsertPersons",
        "delete, /persons/{id}, delete, delete_a_acme_person_by_id, DeletePerson",
        "patch, /persons, bulk_update, acme_persons_bulk_update, BulkUpdatePersons",
        "delete, /persons, bulk_delete, acme_persons_bulk_delete, BulkDeletePersons",
        "post, /persons/search, search, acme_persons_search, SearchPersons",
        "get, /files/download/{id}, download, acme_files_download, DownloadFiles",
        "post, /persons/{id}/archive, archive, acme_persons_archive, ArchivePersons",
        "get, /persons/{id}/archive, get, get_acme_person_archive, GetPersonArchive",
        "delete, /persons/{id}/lock, delete, delete_acme_person_lock, DeletePersonLock",
        "patch, /user, update, update_acme_user, UpdateUser",
        "put, /persons/{id}/profile, update, update_acme_person_profile, UpdatePersonProfile",
        "delete, /persons/{id}/photo, delete, delete_acme_person_photo, DeletePersonPhoto",
        "patch, /users/@me, update, update_acme_user_me, UpdateUserMe",
        "post, /users/{id}/reset_password, reset_password, acme_users_reset_password, ResetUserPassword",
        "post, '/jobs/{id}:cancel', cancel, acme_jobs_cancel, CancelJobs",
        "post, /apps/{id}/lifecycle/activate, activate, acme_apps_activate, ActivateApps",
        "post, /chat.postMessage, post_message, acme_chat_post_message, ChatPostMessage",
        "get, /conversations.history, get, get_acme_conversations_history, GetConversationsHistory",
        "post, /conversations.create, create, create_a_acme_conversation, CreateConversation",
        "post, /reminders.delete, delete, delete_acme_reminder, DeleteReminder",
        "get, /getUsers, get, get_acme_user, GetUser",
        "post, /orders/updateOrder, update, update_acme_order, UpdateOrder",
        "get, /search/issues, search, acme_issues_search, SearchIssues",
        "get, /search, search, acme_search, Search",
        "post, /configs/{id}/update, update, update_a_acme_config_by_id, UpdateConfig",
        "get, /acme-notes, get, get_acme_notes, GetAcmeNotes",
        "put, '/files/{file_id}#add_shared_link', create, create_a_acme_file_shared_link, CreateFileSharedLink",
        "get, '/files/{file_id}#get_shared_link', get, get_single_acme_file_shared_link_by_id, GetFileSharedLink",
        "put, '/files/{file_id}#update_shared_link', update, update_a_acme_file_shared_link_by_id, UpdateFileSharedLink",
        "put, '/files/{file_id}#remove_shared_link', delete, delete_a_acme_file_shared_link_by_id, DeleteFileSharedLink",
        "get, /files/{id}/securityClassification-6VMVochwUWo, get, get_acme_file_security_classification, GetFileSecurityClassification",
        "post, /runs/{id}/force-cancel, force_cancel, acme_runs_force_cancel, ForceCancelRuns",
        "post, '/token#refresh', refresh, acme_token_refresh, RefreshToken",
        "get, '/shared_items#folders', get, get_acme_shared_item_folders, GetSharedItemFolders",
        "post, /lists/{id}/entries/{entry}/merge, merge, acme_list_entries_merge, MergeListEntries",
    })
    void followsPathAndHttpMethod(String http, String path, String method, String name, String javaName) {
        ToolModel tool = TestApi.operation(http, path, "").tool();

        assertThat(tool.method()).isEqualTo(method);
        assertThat(tool.name()).isEqualTo(name);
        assertThat(tool.javaName()).isEqualTo(javaName);
    }

    @Test
    void takesTheVendorsVerbForAPostBesideAPut() {
        assertThat(TestApi.of("""
                paths:
                  /files/{id}:
                    put: {description: Changes a file., responses: {'204': {description: OK}}}
                    post: {description: Restores a file., summary: Restore file, responses: {'204': {description: OK}}}
                  /lobbies:
                    put: {description: Creates or joins., operationId: create_or_join_lobby, responses: {'204': {description: OK}}}
                    post: {description: Creates a lobby., operationId: create_lobby, responses: {'204': {description: OK}}}
                """).names())
                .containsExactlyInAnyOrder(
                        "acme_files_add", "acme_files_restore", "acme_lobbies_upsert", "create_a_acme_lobby");
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

    @ParameterizedTest
    @CsvSource({
        "replaceAllTopics, replace, acme_topics_replace",
        "createTopics, create, create_a_acme_topic",
        "putTopics, upsert, acme_topics_upsert",
    })
    void thePutOfACollectionDoesWhatItsIdSays(String id, String method, String name) {
        ToolModel tool =
                TestApi.operation("put", "/topics", "operationId: " + id).tool();

        assertThat(tool.method()).isEqualTo(method);
        assertThat(tool.name()).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({
        "put, /quotes/{id}/files/{name}, createQuoteFile, Creates a file for a quote, create_a_acme_quote_file",
        "put, /quotes/{id}/history, createQuoteHistory, Creates a history record, create_a_acme_quote_history",
        "put, /quotes/{id}/history, createQuoteHistory, Retrieves history records, update_acme_quote_history",
        "put, /quotes/{id}, createOrUpdateQuote, Creates or updates a quote, update_a_acme_quote_by_id",
        "put, /quotes/{id}, createQuote, Create or replace a quote, update_a_acme_quote_by_id",
        "post, /quotes/{id}/settings, updateSettings, Updates the settings, update_acme_quote_settings",
        "post, /quotes/{id}, deleteQuote, Deletes a quote, delete_a_acme_quote_by_id",
        "post, /quotes, deleteQuotes, '', delete_acme_quotes",
        "post, /quotes, addQuotes, Adds quotes, create_a_acme_quote",
    })
    void whatIdAndSummarySayIsBelievedAgainstTheHttpMethod(
            String http, String path, String id, String summary, String name) {
        String body = "requestBody: {content: {application/json: {schema: {type: object}}}}\n";
        String words = "operationId: " + id + "\nsummary: '" + summary + "'\n";

        TestApi api = TestApi.of("paths:\n  " + path + ":\n    " + http + ":\n      responses: {}\n"
                + "      x-mcp: {description: Does something useful.}\n" + (body + words).indent(6));
        assertThat(api.names()).containsExactly(name);
    }

    @Test
    void somePutWhatTheyUpdateByPost() {
        TestApi api = TestApi.of("""
                paths:
                  /quotes/{id}/files/{name}:
                    put: {operationId: createFile, summary: Creates a file, responses: {}, x-mcp: {description: Creates one.}}
                    post: {operationId: updateFile, summary: Updates a file, responses: {}, x-mcp: {description: Updates one.}}
                  /batches:
                    put: {operationId: createBatch, summary: Creates a batch, responses: {}, x-mcp: {description: Creates one.}}
                    post: {operationId: deleteBatch, summary: Updates a batch, responses: {}, x-mcp: {description: Deletes one.}}
                """);

        assertThat(api.names())
                .containsExactlyInAnyOrder(
                        "create_a_acme_quote_file",
                        "update_a_acme_quote_file_by_id",
                        "create_a_acme_batch",
                        "acme_delete_batch");
    }

    @Test
    void aLinkOfAnItemKeepsTheItem() {
        assertThat(TestApi.operation("get", "/push-tokens/{id}/relationships/profile", "")
                        .names())
                .containsExactly("get_acme_push_token_relationship_profile");
        assertThat(TestApi.operation("get", "/relationships/profile", "").names())
                .containsExactly("get_acme_relationship_profile");
    }

    @Test
    void aPostThatCreatesOrUpdatesIsAnUpsert() {
        assertThat(TestApi.operation("post", "/invoices", "operationId: updateOrCreateInvoices")
                        .names())
                .containsExactly("acme_invoices_upsert");
    }

    @Test
    void aPutWithABodyUpdates() {
        String body = "requestBody: {content: {application/json: {schema: {type: object}}}}";

        assertThat(TestApi.operation("put", "/persons/{id}", body).names())
                .containsExactly("update_a_acme_person_by_id");
    }

    @Test
    void oneThingThatHoldsAnArrayIsNoList() {
        TestApi api = TestApi.of("""
                paths:
                  /guilds/{id}/welcome-screen:
                    get:
                      description: Gets the welcome screen.
                      responses: {'200': {description: OK, content: {application/json: {schema: {type: object,
                        properties: {description: {type: string}, channels: {type: array, items: {}}}}}}}}
                """);

        assertThat(api.names()).containsExactly("get_acme_guild_welcome_screen");
    }

    @Test
    void thingsOfTheCallerAndOfAnyoneDiffer() {
        TestApi api = TestApi.of("""
                paths:
                  /user/keys: {post: {description: Adds a key of mine., responses: {}}}
                  /users/{id}/keys: {post: {description: Adds a key of one., responses: {}}}
                """);

        assertThat(api.names()).containsExactly("create_a_acme_key", "create_a_acme_user_key");
    }

    @Test
    void aFirstSegmentOfAllPathsIsNoParent() {
        TestApi api = TestApi.of("""
                paths:
                  /crm/companies: {post: {description: Creates a company., responses: {}}}
                  /crm/contacts: {post: {description: Creates a contact., responses: {}}}
                  /crm/leads: {post: {description: Creates a lead., responses: {}}}
                """);

        assertThat(api.names()).containsExactly("create_a_acme_company", "create_a_acme_contact", "create_a_acme_lead");
    }

    @Test
    void theItemOfAnItemLeavesThePlainNameToIt() {
        TestApi api = TestApi.of("""
                paths:
                  /hooks/{id}: {get: {description: Gets a hook., responses: {}}}
                  /hooks/{id}/{token}: {get: {operationId: getHookWithToken, description: Gets it too., responses: {}}}
                """);

        assertThat(api.names()).containsExactly("get_single_acme_hook_by_id", "acme_get_hook_with_token");
    }
}
