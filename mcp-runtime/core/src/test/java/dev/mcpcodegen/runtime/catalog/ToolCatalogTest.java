package dev.mcpcodegen.runtime.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mcpcodegen.runtime.TestTools;
import dev.mcpcodegen.runtime.access.Capability;
import dev.mcpcodegen.runtime.protocol.Era;
import dev.mcpcodegen.runtime.tool.CallContext;
import dev.mcpcodegen.runtime.tool.Integration;
import dev.mcpcodegen.runtime.tool.LocalTool;
import dev.mcpcodegen.runtime.tool.ToolCall;
import dev.mcpcodegen.runtime.tool.ToolDescriptor;
import dev.mcpcodegen.runtime.tool.ToolInterceptor;
import dev.mcpcodegen.runtime.tool.ToolJson;
import dev.mcpcodegen.runtime.tool.ToolResult;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class ToolCatalogTest {

    @Test
    void loadsDefinitionsFromTheClassPathAndFromCode() {
        ToolCatalog catalog = ToolCatalog.load(List.of(TestTools.crm()), Map.of());

        assertThat(catalog.size()).isEqualTo(2);
        assertThat(list(catalog.view(TestTools.grant()), Era.MODERN))
                .startsWith("[{\"name\":\"get_person\",\"title\":\"Get a person\"")
                .contains("{\"name\":\"echo\"");
    }

    @Test
    void addsHandWrittenToolsToAnIntegration() {
        ToolCatalog catalog =
                ToolCatalog.load(List.of(TestTools.crm()), Map.of("crm", List.of(new TestTools.Write("note"))));

        assertThat(catalog.view(TestTools.grant()).find("note")).isPresent();
    }

    @Test
    void completesWhatCodeLeavesOutOfADefinition() {
        Integration described = Integration.builder("described")
                .tools(List.of(new Declared(ToolDescriptor.builder("hello")
                        .describedBy("{\"description\":\"Greets.\",\"inputSchema\":{\"type\":\"object\"}}")
                        .readOnly()
                        .build())))
                .build();

        assertThat(list(
                        ToolCatalog.load(List.of(described), Map.of())
                                .view(TestTools.grant("described", Capability.ALL)),
                        Era.MODERN))
                .isEqualTo("[{\"name\":\"hello\",\"description\":\"Greets.\",\"inputSchema\":{\"type\":\"object\"},"
                        + "\"annotations\":{\"readOnlyHint\":true}}]");
    }

    @Test
    void anInterceptorMayNotRenameATool() {
        ToolInterceptor renaming = new ToolInterceptor() {
            @Override
            public ObjectNode describe(ToolDescriptor tool, ObjectNode definition) {
                return definition.put("name", "other");
            }

            @Override
            public CompletionStage<ToolResult> intercept(ToolCall call, Next next) {
                return next.proceed(call);
            }
        };

        assertThatThrownBy(() -> ToolCatalog.load(List.of(TestTools.crm()), Map.of(), List.of(renaming)))
                .isInstanceOf(CatalogException.class)
                .hasMessageContaining("Tool echo of crm: an interceptor gave it another name");
    }

    @Test
    void tellsAllProblemsAtOnce() {
        Integration broken = Integration.builder("broken")
                .tools(List.of(
                        new Declared(ToolDescriptor.builder("no_file")
                                .definition("crm/absent.json")
                                .build()),
                        new Declared(ToolDescriptor.builder("other_name")
                                .definition("crm/get_person.json")
                                .build()),
                        new Declared(ToolDescriptor.builder("no_schema")
                                .definition(ToolJson.MAPPER.createObjectNode().put("name", "no_schema"))
                                .build()),
                        new TestTools.Write("twice"),
                        new TestTools.Write("twice")))
                .build();

        assertThatThrownBy(() -> ToolCatalog.load(
                        List.of(TestTools.crm(), TestTools.crm(), broken),
                        Map.of("nobody", List.of(new TestTools.Write("lost")))))
                .isInstanceOf(CatalogException.class)
                .hasMessageContaining("Two integrations are named crm")
                .hasMessageContaining("no_file of broken: the resource META-INF/mcp-codegen/crm/absent.json is missing")
                .hasMessageContaining("other_name of broken: its definition is that of \"get_person\"")
                .hasMessageContaining("no_schema of broken: its definition has no inputSchema")
                .hasMessageContaining("Two tools of broken are named twice")
                .hasMessageContaining("Tools were added to nobody");
    }

    @Test
    void legacyListsLeaveOutOutputSchemasThatAreNoObjects() {
        ToolView view = ToolCatalog.load(List.of(TestTools.crm()), Map.of()).view(TestTools.grant());

        assertThat(list(view, Era.MODERN)).contains("outputSchema");
        assertThat(list(view, Era.LEGACY)).contains("get_person").doesNotContain("outputSchema");
    }

    @Test
    void T_C04_listsExactlyWhatCanBeFound() {
        ToolCatalog catalog = ToolCatalog.load(List.of(TestTools.crm(new TestTools.Write("note"))), Map.of());
        List<Capability> capabilities = List.of(
                Capability.ALL,
                new Capability(Set.of("read"), Set.of()),
                new Capability(Set.of("write"), Set.of()),
                new Capability(Set.of("create"), Set.of()),
                new Capability(Set.of("custom"), Set.of()),
                new Capability(Set.of(), Set.of("PEOPLE")),
                new Capability(Set.of("write"), Set.of("people")));

        for (Capability capability : capabilities) {
            ToolView view = catalog.view(TestTools.grant("crm", capability));
            for (String tool : List.of("get_person", "echo", "note")) {
                assertThat(list(view, Era.MODERN).contains("\"name\":\"" + tool + "\""))
                        .as("%s under %s", tool, capability)
                        .isEqualTo(view.find(tool).isPresent());
            }
        }
        assertThat(catalog.view(TestTools.grant("read")).size()).isEqualTo(2);
    }

    @Test
    void rendersAViewOnce() {
        ToolCatalog catalog = ToolCatalog.load(List.of(TestTools.crm()), Map.of());

        assertThat(catalog.view(TestTools.grant("read"))).isSameAs(catalog.view(TestTools.grant("READ")));
    }

    @Test
    void anUnknownIntegrationHasNoTools() {
        ToolCatalog catalog = ToolCatalog.load(List.of(TestTools.crm()), Map.of());

        assertThat(catalog.integration(TestTools.grant("erp", Capability.ALL))).isEmpty();
        assertThat(list(catalog.view(TestTools.grant("erp", Capability.ALL)), Era.MODERN))
                .isEqualTo("[]");
    }

    private static String list(ToolView view, Era era) {
        return new String(view.list(era), StandardCharsets.UTF_8);
    }

    private record Declared(ToolDescriptor descriptor) implements LocalTool<TestTools.Text, Object> {

        @Override
        public CompletionStage<ToolResult> call(TestTools.Text arguments, CallContext context) {
            return CompletableFuture.completedFuture(ToolResult.text(""));
        }
    }
}
