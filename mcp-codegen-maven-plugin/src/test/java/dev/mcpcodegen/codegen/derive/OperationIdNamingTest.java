package dev.mcpcodegen.codegen.derive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcpcodegen.codegen.TestApi;
import dev.mcpcodegen.codegen.derive.DerivationOptions.DocumentationLevel;
import dev.mcpcodegen.codegen.derive.DerivationOptions.Naming;
import dev.mcpcodegen.codegen.model.ToolModel;
import java.util.List;
import org.junit.jupiter.api.Test;

class OperationIdNamingTest {

    private static List<ToolModel> tools(String operations) {
        return TestApi.of("paths:\n" + operations.indent(2))
                .tools(new DerivationOptions(DocumentationLevel.TOOL, true, Naming.OPERATION_ID))
                .tools();
    }

    @Test
    void toolsBearTheVendorsIds() {
        List<ToolModel> tools =
                tools("/persons/{id}: {get: {operationId: fetchPerson, description: Gets a person., responses: {}}}");

        assertThat(tools).extracting(ToolModel::name).containsExactly("acme_fetch_person");
        assertThat(tools).extracting(ToolModel::method).containsExactly("get");
    }

    @Test
    void anIdThatIsMissingIsReplacedByTheResource() {
        assertThat(tools("/persons: {post: {description: Creates a person., responses: {}}}"))
                .extracting(ToolModel::name)
                .containsExactly("create_a_acme_person");
    }

    @Test
    void idsThatAreAlikeGetHashes() {
        assertThat(tools("""
                        /a: {post: {operationId: do-it, description: Does it to an a., responses: {}}}
                        /b: {post: {operationId: doIt, description: Does it to a b., responses: {}}}
                        """))
                .extracting(ToolModel::name)
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("acme_do_it_[0-9a-f]{6}"));
    }

    @Test
    void aNameInTheOverlayWins() {
        assertThat(
                        tools(
                                "/a: {post: {operationId: doIt, description: Does it to an a., responses: {}, x-mcp: {name: done}}}"))
                .extracting(ToolModel::name)
                .containsExactly("done");
    }
}
