package dev.mcpcodegen.codegen.derive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcpcodegen.codegen.TestApi;
import dev.mcpcodegen.codegen.diagnostic.Severity;
import dev.mcpcodegen.codegen.model.ToolModel;
import org.junit.jupiter.api.Test;

class VariantsTest {

    private static TestApi posts(String list) {
        return TestApi.operation("post", "/objects/{object}/records", "x-mcp: " + list);
    }

    @Test
    void oneOperationBecomesSeveralTools() {
        TestApi api = posts("[{resource: companies, method: create, tags: [crm]}, {resource: records}, {name: other}]");

        assertThat(api.names()).containsExactly("create_a_acme_company", "create_a_acme_record", "other");
        assertThat(api.tools().tools())
                .extracting(tool -> tool.operation().variant())
                .containsExactly("companies.create", "records", "other");
        assertThat(api.tools().tools()).extracting(ToolModel::javaName).doesNotHaveDuplicates();
        assertThat(api.tools().tools().get(0).tags()).containsExactly("crm");
    }

    @Test
    void anEntryThatIsNotExposedIsNoTool() {
        assertThat(posts("[{resource: companies, expose: false}, {resource: records}]")
                        .names())
                .containsExactly("create_a_acme_record");
    }

    @Test
    void twoEntriesThatSayTheSameAreToldAtTheSecond() {
        TestApi api = posts("[{resource: a}, {resource: a, tags: [x]}]");

        assertThat(api.found(Severity.ERROR))
                .extracting(error -> error.location().pointer())
                .containsExactly("/paths/~1objects~1{object}~1records/post/x-mcp/1");
    }

    @Test
    void aRecordHeadedByAToolDescribesOneVariant() {
        TestApi api = TestApi.of("""
                paths:
                  /r: {post: {description: Creates a record., responses: {}, x-mcp: [{resource: companies}, {resource: deals}]}}
                x-mcp-tool-docs: {create_a_acme_deal: {description: Creates a deal.}}
                """);

        assertThat(api.tools().tools())
                .extracting(ToolModel::description)
                .containsExactly("Creates a record.", "Creates a deal.");
    }

    @Test
    void aListAtAPathIsAnError() {
        TestApi api = TestApi.of("""
                paths: {/r: {x-mcp: [{resource: a}], post: {description: Creates a record., responses: {}}}}
                """);

        assertThat(api.found(Severity.ERROR)).hasSize(1);
    }
}
