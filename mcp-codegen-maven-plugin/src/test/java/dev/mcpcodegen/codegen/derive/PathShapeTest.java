package dev.mcpcodegen.codegen.derive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathShapeTest {

    @ParameterizedTest
    @CsvSource({
        "/persons, persons",
        "/persons/{id}, persons",
        "/lists/{id}/list-entries, list_entries",
        "/pipelines/{id}/cards, pipeline_cards",
        "/pipelines/{id}/cards/{card}, pipeline_cards",
        "/repos/{owner}/{repo}/issues, repo_issues",
        "/a/b/c, b_c",
        "/guilds/{id}/auto-moderation/rules, auto_moderation_rules",
        "/radar/value_lists/{list}/list_items, value_list_items",
        "/orgs/{id}/teams/{team}/teams, team_teams",
        "/news/news-items, news_items",
        "/api/v1/apps/{id}, apps",
        "/rest/{dbname}/accounts/{id}, accounts",
        "/api/v{version}/users, users",
        "/users({id}), users",
        "/compare/{base}...{head}, compare",
        "'/v1/{name=projects/*}/jobs', jobs",
        "/{tenant}/users, users",
        "/v2/databases/{id}/records, database_records",
        "/2010-04-01/Accounts/{Sid}/Calls.json, account_calls",
        "/2010-04-01/Accounts/{Sid}.json, accounts",
        "/entityFiles, entity_files",
        "/persons/, persons",
    })
    void findsTheResource(String path, String resource) {
        assertThat(new PathSpace(List.of()).resource(PathShape.of(path))).isEqualTo(resource);
    }

    @Test
    void hasNoResourceWithoutAStaticSegment() {
        assertThat(PathShape.of("/").lastStatic()).isEmpty();
        assertThat(PathShape.of("/{id}").lastStatic()).isEmpty();
        assertThat(PathShape.of("/v1").segments()).isEmpty();
    }

    @Test
    void knowsItemsByTheirTrailingParameter() {
        assertThat(PathShape.of("/persons/{person_id}").trailingParameter()).isEqualTo("person_id");
        assertThat(PathShape.of("/persons/{Sid}.json").trailingParameter()).isEqualTo("Sid");
        assertThat(PathShape.of("/persons/{id}/notes").isItem()).isFalse();
    }

    @Test
    void listsAncestorsFromTheNearest() {
        assertThat(PathShape.of("/orgs/{o}/teams/{t}/members").ancestors()).containsExactly("teams", "orgs");
    }

    @ParameterizedTest
    @CsvSource({
        "/jobs/{id}:cancel, cancel, false",
        "/files/{id}#add_shared_link, add_shared_link, false",
        "/token#X-Target=Some.Action, '', false",
        "/chat.postMessage, post_message, true",
        "/admin.teams.owners.list, list, true",
        "/guilds/{id}/widget.json, '', false",
        "/guilds/{id}/widget.png, '', false",
        "/chat.postMessage/{id}, '', false",
    })
    void findsWhatThePathSetsApart(String path, String action, boolean rpc) {
        assertThat(PathShape.of(path).action()).isEqualTo(action);
        assertThat(PathShape.of(path).isRpc()).isEqualTo(rpc);
    }
}
