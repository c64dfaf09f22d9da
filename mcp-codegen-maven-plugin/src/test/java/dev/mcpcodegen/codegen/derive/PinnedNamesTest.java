package dev.mcpcodegen.codegen.derive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcpcodegen.codegen.TestApi;
import dev.mcpcodegen.codegen.diagnostic.Severity;
import dev.mcpcodegen.codegen.model.NamePins;
import dev.mcpcodegen.codegen.model.ToolIdentity;
import dev.mcpcodegen.codegen.model.ToolModel;
import dev.mcpcodegen.codegen.model.ToolModel.NameSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PinnedNamesTest {

    private static TestApi posts(String... paths) {
        StringBuilder yaml = new StringBuilder("paths:\n");
        for (String path : paths) {
            yaml.append("  ").append(path).append(": {post: {description: Creates something new., responses: {}}}\n");
        }
        return TestApi.of(yaml.toString());
    }

    private static List<ToolModel> tools(TestApi api, Map<String, String> locked) {
        Map<ToolIdentity, String> names = new HashMap<>();
        locked.forEach((path, name) -> names.put(new ToolIdentity("POST", path, ""), name));
        return api.tools(new NamePins(names)).tools();
    }

    @Test
    void aNewOperationNeverRenamesALockedOne() {
        List<ToolModel> tools = tools(
                posts("/a/users/tokens", "/b/users/tokens"), Map.of("/b/users/tokens", "create_a_acme_user_token"));

        assertThat(tools)
                .extracting(ToolModel::name)
                .containsExactly("create_a_acme_a_user_token", "create_a_acme_user_token");
        assertThat(tools).extracting(ToolModel::nameSource).containsOnly(NameSource.DERIVED);
    }

    @Test
    void aLockedNameStaysWhereTheRulesWouldGiveAnother() {
        TestApi api = posts("/users/tokens");

        assertThat(tools(api, Map.of("/users/tokens", "make_token")))
                .singleElement()
                .satisfies(tool -> {
                    assertThat(tool.name()).isEqualTo("make_token");
                    assertThat(tool.nameSource()).isEqualTo(NameSource.LOCKED);
                });
        assertThat(api.found(Severity.WARNING)).isEmpty();
    }

    @Test
    void theClassStaysWithALockedNameThatNamesItsAncestor() {
        assertThat(tools(posts("/a/users/tokens"), Map.of("/a/users/tokens", "create_a_acme_a_user_token")))
                .extracting(ToolModel::javaName)
                .containsExactly("CreateAUserToken");
    }

    @Test
    void aDeclaredResourceThatIsLockedOtherwiseIsTold() {
        TestApi api = TestApi.operation("post", "/tokens", "x-mcp: {resource: keys}");

        assertThat(tools(api, Map.of("/tokens", "create_a_acme_token")))
                .extracting(ToolModel::name)
                .containsExactly("create_a_acme_token");
        assertThat(api.found(Severity.WARNING))
                .singleElement()
                .satisfies(warning -> assertThat(warning.message()).contains("create_a_acme_key"));
    }

    @Test
    void aWholeNameInTheOverlayRenames() {
        TestApi api = TestApi.operation("post", "/tokens", "x-mcp: {name: new_name}");

        assertThat(tools(api, Map.of("/tokens", "old_name")))
                .extracting(ToolModel::name)
                .containsExactly("new_name");
    }

    @Test
    void theNameOfAnOperationThatIsGoneIsNotReusedSilently() {
        TestApi api = posts("/v2/tokens");

        assertThat(tools(api, Map.of("/v1/tokens", "create_a_acme_token")))
                .extracting(ToolModel::name)
                .containsExactly("create_a_acme_token");
        assertThat(api.found(Severity.WARNING))
                .singleElement()
                .satisfies(warning -> assertThat(warning.message())
                        .contains("locked as POST /v1/tokens, which is gone", "POST /v2/tokens"));
    }

    @Test
    void aNameInTheOverlayThatIsLockedForAnotherIsAnErrorAtBoth() {
        TestApi api = TestApi.of("""
                paths:
                  /a: {post: {description: Creates an a., responses: {}, x-mcp: {name: mine}}}
                  /b: {post: {description: Creates a b for., responses: {}}}
                """);
        tools(api, Map.of("/b", "mine"));

        assertThat(api.found(Severity.ERROR))
                .extracting(error -> error.location().pointer())
                .containsExactly("/paths/~1a/post/x-mcp/name", "/paths/~1b/post");
    }
}
