package dev.mcpcodegen.codegen.derive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcpcodegen.codegen.TestApi;
import dev.mcpcodegen.codegen.derive.DerivationOptions.Naming;
import dev.mcpcodegen.codegen.diagnostic.Diagnostic;
import dev.mcpcodegen.codegen.diagnostic.Diagnostics;
import dev.mcpcodegen.codegen.diagnostic.Severity;
import dev.mcpcodegen.codegen.diagnostic.SourceLocation;
import dev.mcpcodegen.codegen.model.ApiDescription;
import dev.mcpcodegen.codegen.model.NamePins;
import dev.mcpcodegen.codegen.model.ToolModel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class NameResolverTest {

    private static String post(String path, String members) {
        return "  " + path + ": {post: {description: Creates something new., responses: {}" + members + "}}\n";
    }

    private static TestApi api(List<String> operations) {
        return TestApi.of("paths:\n" + String.join("", operations));
    }

    @Test
    void namesTheNearestAncestorWhereTwoCollide() {
        TestApi api = api(List.of(post("/a/users/tokens", ""), post("/b/users/tokens", "")));

        assertThat(api.names()).containsExactly("create_a_acme_a_user_token", "create_a_acme_b_user_token");
        assertThat(api.tools().tools())
                .extracting(ToolModel::javaName)
                .containsExactly("CreateAUserToken", "CreateBUserToken");
        assertThat(api.tools().tools()).extracting(ToolModel::resource).containsOnly("user_tokens");
    }

    @Test
    void namesAllAncestorsWhereOneIsNotEnough() {
        TestApi api = api(List.of(
                post("/orgs/{o}/teams/{t}/notes", ""), post("/users/{u}/teams/{t}/notes", ""), post("/notes", "")));

        assertThat(api.names())
                .containsExactly("create_a_acme_org_team_note", "create_a_acme_user_team_note", "create_a_acme_note");
    }

    @Test
    void takesTheOperationIdWherePathsAreAlike() {
        TestApi api = api(List.of(
                post("/tokens/{a}/keys", ", operationId: one"), post("/v2/tokens/{a}/keys", ", operationId: two")));

        assertThat(api.names()).containsExactly("acme_one", "acme_two");
        assertThat(api.tools().tools()).extracting(ToolModel::javaName).doesNotHaveDuplicates();
    }

    @Test
    void hashesWhereNothingElseDiffers() {
        TestApi api =
                api(List.of(post("/tokens", ", operationId: same-id"), post("/v2/tokens", ", operationId: same_id")));

        assertThat(api.names()).doesNotHaveDuplicates().allMatch(name -> name.matches("acme_same_id_[0-9a-f]{6}"));
    }

    @Test
    void tellsAllThatAreInvolvedInOneLine() {
        TestApi api = api(List.of(post("/v1/tokens", ""), post("/v2/tokens", ""), post("/persons", "")));
        api.tools();

        assertThat(api.found(Severity.WARNING)).isEmpty();
        assertThat(api.found(Severity.INFO)).singleElement().satisfies(told -> {
            assertThat(told.message())
                    .startsWith("A name fits several operations")
                    .contains("\"create_a_acme_token\" (POST /v1/tokens: ", "POST /v2/tokens: ");
            assertThat(told.cure()).contains("`x-mcp`", "overlay").doesNotContain("record");
        });
    }

    @Test
    void saysNothingOfNamesOfOperationsThatAreNoTools() {
        TestApi api = TestApi.of("""
                paths:
                  /v1/tokens: {post: {responses: {}}}
                  /v2/tokens: {post: {responses: {}}}
                  /persons: {post: {responses: {}, description: Creates a person of the team.}}
                """);

        assertThat(api.names()).containsExactly("create_a_acme_person");
        assertThat(api.found(Severity.INFO)).isEmpty();
    }

    @Test
    void aToolKeepsItsNameWhenAnotherOperationIsDocumented() {
        String first =
                "/v1/tokens: {post: {responses: {}, operationId: one, description: Creates a token of the team.}}";
        String second = "/v2/tokens: {post: {responses: {}, operationId: two%s}}";

        assertThat(TestApi.of("paths:\n  " + first + "\n  " + second.formatted(""))
                        .names())
                .containsExactly("acme_one");
        assertThat(TestApi.of("paths:\n  " + first + "\n  "
                                + second.formatted(", description: Creates a better token."))
                        .names())
                .containsExactly("acme_one", "acme_two");
    }

    @Test
    void saysByWhatAnItemIsFoundWherePathsDifferInNothingElse() {
        TestApi api = TestApi.of("""
                paths:
                  /clips/{clip}/versions/{versionId}:
                    get: {responses: {}, operationId: get1, description: Reads a version by its id.}
                    delete: {responses: {}, operationId: del1, description: Deletes a version by its id.}
                  /clips/{clip}/versions/{versionNumber}:
                    get: {responses: {}, operationId: get2, description: Reads a version by its number.}
                  /clips/{clip}/versions/{versionId}/users:
                    get: {responses: {}, operationId: users1, description: Lists the users of a version.}
                  /clips/{clip}/versions/{versionNumber}/users:
                    get: {responses: {}, operationId: users2, description: Lists the users of a version.}
                """);

        assertThat(api.names())
                .containsExactly(
                        "get_single_acme_clip_version_by_id",
                        "delete_a_acme_clip_version_by_id",
                        "get_single_acme_clip_version_by_number",
                        "get_acme_version_users",
                        "get_acme_version_users_by_number");
        assertThat(api.tools().tools())
                .extracting(ToolModel::javaName)
                .contains("GetClipVersion", "GetClipVersionByNumber");
        assertThat(api.tools().tools()).extracting(ToolModel::resource).contains("clip_versions", "version_users");
    }

    @Test
    void namesDoNotDependOnTheOrderOfTheDocument() {
        List<String> operations = new ArrayList<>();
        for (String parent : List.of("/a", "/b", "/a/b", "/a/{x}/b", "/v2/a", "")) {
            for (String child : List.of("/keys", "/keys/search", "/user/keys", "/keys/{id}")) {
                operations.add(post(parent + child, ", operationId: k" + operations.size() % 5));
            }
        }
        Map<String, String> expected = nameByPath(operations);
        assertThat(expected.values()).doesNotHaveDuplicates();

        Random random = new Random(7);
        for (int i = 0; i < 20; i++) {
            Collections.shuffle(operations, random);
            assertThat(nameByPath(operations)).isEqualTo(expected);
        }
    }

    private static Map<String, String> nameByPath(List<String> operations) {
        return api(operations).tools().tools().stream()
                .collect(
                        Collectors.toMap(tool -> tool.operation().path(), tool -> tool.name() + " " + tool.javaName()));
    }

    @Test
    void cutsLongNamesWithAHash() {
        String path = "/" + "very".repeat(10) + "/{id}/" + "long".repeat(10);

        assertThat(api(List.of(post(path, ""))).names())
                .allMatch(name -> name.matches("create_acme_[a-z_]+_[0-9a-f]{6}") && name.length() == 64);
    }

    @Test
    void refusesADeclaredNameTwiceAtBothPlaces() {
        TestApi api =
                api(List.of(post("/a", ", x-mcp: {name: same}"), post("/b", ", x-mcp: {name: same}"), post("/c", "")));
        api.tools();

        assertThat(api.found(Severity.ERROR))
                .extracting(diagnostic -> diagnostic.location().pointer())
                .containsExactly("/paths/~1a/post/x-mcp/name", "/paths/~1b/post/x-mcp/name");
    }

    @Test
    void refusesDeclaredNamesThatClientsRefuse() {
        for (String name : List.of("'a b'", "'ü'", "''", "a.b", "x".repeat(65))) {
            TestApi api = api(List.of(post("/a", ", x-mcp: {name: " + name + "}")));
            api.tools();

            assertThat(api.found(Severity.ERROR))
                    .extracting(Diagnostic::message)
                    .hasSize(1);
        }
    }

    @Test
    void aDeclaredNameMakesADerivedOneGiveWay() {
        TestApi api =
                api(List.of(post("/users/tokens", ""), post("/odd", ", x-mcp: {name: create_a_acme_user_token}")));

        assertThat(api.names()).containsExactly("acme_post_users_tokens", "create_a_acme_user_token");
    }

    @Test
    void tellsOnceWhereAncestorsMakeTheDifference() {
        TestApi api = api(List.of(post("/a/users/tokens", ""), post("/b/users/tokens", "")));
        api.tools();

        assertThat(api.found(Severity.WARNING)).isEmpty();
        assertThat(api.found(Severity.INFO)).hasSize(1);
    }

    @Test
    void takesTheOperationIdWhereANameIsTooLong() {
        String path = "/" + "very".repeat(10) + "/{id}/" + "long".repeat(10);

        assertThat(api(List.of(post(path, ", operationId: makeLong"))).names()).containsExactly("acme_make_long");
    }

    @Test
    void leavesOutLittleWordsWhereANameIsTooLong() {
        String path = "/" + "x".repeat(52);

        assertThat(api(List.of(post(path, ""))).names()).containsExactly("create_acme_" + "x".repeat(52));
    }

    @Test
    void namesFiveThousandOperationsInAMoment() {
        List<String> operations = new ArrayList<>();
        for (int i = 0; i < 5000; i++) {
            operations.add(post(
                    "/g" + i % 7 + "/{a}/h" + i % 50 + "/things/{b}/parts" + i % 3 + "/x" + i / 1050,
                    ", operationId: op" + i));
        }
        ApiDescription described = api(operations).api();
        OperationNaming naming = new OperationNaming(
                described, Naming.RESOURCE, NamePins.NONE, pointer -> new Diagnostics().at(SourceLocation.of("x")));
        long start = System.nanoTime();
        assertThat(naming.name(described.operations()))
                .extracting(NamedOperation::name)
                .doesNotHaveDuplicates();
        long millis = (System.nanoTime() - start) / 1_000_000;
        // A tenth of this on one idle core; what is quadratic takes a minute.
        assertThat(millis).isLessThan(10_000);
    }
}
