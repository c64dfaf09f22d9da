package dev.mcpcodegen.codegen.derive;

import static org.assertj.core.api.Assertions.assertThat;

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
        "/a/b/c, c",
        "/{tenant}/users, users",
        "/v2/databases/{id}/records, database_records",
        "/2010-04-01/Accounts/{Sid}/Calls.json, account_calls",
        "/2010-04-01/Accounts/{Sid}.json, accounts",
        "/entityFiles, entity_files",
        "/persons/, persons",
    })
    void findsTheResource(String path, String resource) {
        assertThat(PathShape.of(path).resource()).isEqualTo(resource);
    }

    @Test
    void hasNoResourceWithoutAStaticSegment() {
        assertThat(PathShape.of("/").resource()).isEmpty();
        assertThat(PathShape.of("/{id}").resource()).isEmpty();
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
}
