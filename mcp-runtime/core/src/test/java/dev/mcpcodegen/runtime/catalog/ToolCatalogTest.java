package dev.mcpcodegen.runtime.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mcpcodegen.runtime.TestTools;
import dev.mcpcodegen.runtime.access.Capability;
import dev.mcpcodegen.runtime.access.Grant;
import dev.mcpcodegen.runtime.protocol.McpAnswer;
import dev.mcpcodegen.runtime.protocol.ResultWriter;
import dev.mcpcodegen.runtime.protocol.Revision;
import dev.mcpcodegen.runtime.protocol.ServerInfo;
import dev.mcpcodegen.runtime.tool.CallContext;
import dev.mcpcodegen.runtime.tool.Integration;
import dev.mcpcodegen.runtime.tool.LocalTool;
import dev.mcpcodegen.runtime.tool.ToolCall;
import dev.mcpcodegen.runtime.tool.ToolDescriptor;
import dev.mcpcodegen.runtime.tool.ToolInterceptor;
import dev.mcpcodegen.runtime.tool.ToolJson;
import dev.mcpcodegen.runtime.tool.ToolResult;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class ToolCatalogTest {

    private static final int ALL = Integer.MAX_VALUE;
    private static final ResultWriter RESULTS = new ResultWriter(new ServerInfo("crm", "Test CRM", "3.1", null));

    @Test
    void loadsDefinitionsFromTheClassPathAndFromCode() {
        ToolCatalog catalog = ToolCatalog.load(List.of(TestTools.crm()), Map.of(), ALL);

        assertThat(catalog.size()).isEqualTo(2);
        assertThat(list(view(catalog, TestTools.grant()), Revision.R2026_07_28))
                .startsWith("[{\"name\":\"get_person\",\"title\":\"Get a person\"")
                .contains("{\"name\":\"echo\"");
    }

    @Test
    void addsHandWrittenToolsToAnIntegration() {
        ToolCatalog catalog =
                ToolCatalog.load(List.of(TestTools.crm()), Map.of("crm", List.of(new TestTools.Write("note"))), ALL);

        assertThat(view(catalog, TestTools.grant()).find("note")).isPresent();
    }

    @Test
    void completesWhatCodeLeavesOutOfADefinition() {
        Integration described = Integration.builder("described")
                .tools(List.of(new Declared(ToolDescriptor.builder("hello")
                        .describedBy("{\"description\":\"Greets.\",\"inputSchema\":{\"type\":\"object\"}}")
                        .readOnly()
                        .build())))
                .build();

        ToolView view =
                view(ToolCatalog.load(List.of(described), Map.of(), ALL), TestTools.grant("described", Capability.ALL));
        assertThat(list(view, Revision.R2026_07_28))
                .contains("{\"name\":\"hello\",\"description\":\"Greets.\",\"inputSchema\":{\"type\":\"object\"},"
                        + "\"annotations\":{\"readOnlyHint\":true}}");
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

        assertThatThrownBy(() -> ToolCatalog.load(List.of(TestTools.crm()), Map.of(), List.of(renaming), ALL))
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
                        Map.of("nobody", List.of(new TestTools.Write("lost"))),
                        ALL))
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
        ToolView view = view(ToolCatalog.load(List.of(TestTools.crm()), Map.of(), ALL), TestTools.grant());

        assertThat(list(view, Revision.R2026_07_28)).contains("outputSchema");
        assertThat(list(view, Revision.R2025_11_25)).contains("get_person").doesNotContain("outputSchema");
    }

    @Test
    void T_C04_listsExactlyWhatCanBeFound() {
        ToolCatalog catalog = ToolCatalog.load(List.of(TestTools.crm(new TestTools.Write("note"))), Map.of(), ALL);
        List<Capability> capabilities = List.of(
                Capability.ALL,
                new Capability(Set.of("read"), Set.of()),
                new Capability(Set.of("write"), Set.of()),
                new Capability(Set.of("create"), Set.of()),
                new Capability(Set.of("custom"), Set.of()),
                new Capability(Set.of(), Set.of("PEOPLE")),
                new Capability(Set.of("write"), Set.of("people")));

        for (Capability capability : capabilities) {
            ToolView view = view(catalog, TestTools.grant("crm", capability));
            for (String tool : List.of("get_person", "echo", "note")) {
                assertThat(list(view, Revision.R2026_07_28).contains("\"name\":\"" + tool + "\""))
                        .as("%s under %s", tool, capability)
                        .isEqualTo(view.find(tool).isPresent());
            }
        }
        assertThat(view(catalog, TestTools.grant("read")).size()).isEqualTo(2);
    }

    @Test
    void capabilitiesThatCoverTheSameToolsShareAView() {
        ToolCatalog catalog = ToolCatalog.load(List.of(TestTools.crm()), Map.of(), ALL);

        ToolView all = view(catalog, TestTools.grant());

        assertThat(view(catalog, TestTools.grant("READ"))).isSameAs(all);
        assertThat(view(catalog, TestTools.grant("read", "write"))).isSameAs(all);
        assertThat(view(catalog, TestTools.grant("create"))).isNotSameAs(all);
    }

    @Test
    void rendersAListOnce() {
        ToolView view = view(ToolCatalog.load(List.of(TestTools.crm()), Map.of(), ALL), TestTools.grant());

        assertThat(view.list(Revision.R2025_11_25, null, RESULTS).orElseThrow())
                .isSameAs(view.list(Revision.R2025_11_25, null, RESULTS).orElseThrow());
    }

    @Test
    void listsPageByPageWithoutLossOrRepetition() {
        ToolCatalog catalog = ToolCatalog.load(
                List.of(TestTools.crm(new TestTools.Write("a"), new TestTools.Write("b"), new TestTools.Write("c"))),
                Map.of(),
                2);
        ToolView view = view(catalog, TestTools.grant());
        List<String> seen = new ArrayList<>();

        String cursor = null;
        do {
            JsonNode page = page(view, cursor);
            assertThat(page.path("tools").size()).isBetween(1, 2);
            page.path("tools").forEach(tool -> seen.add(tool.path("name").asString()));
            cursor = page.path("nextCursor").asString(null);
        } while (cursor != null);

        assertThat(seen).containsExactly("get_person", "echo", "a", "b", "c");
    }

    @Test
    void aCursorThatWasNeverHandedOutLeadsNowhere() {
        ToolView view = view(ToolCatalog.load(List.of(TestTools.crm()), Map.of(), 1), TestTools.grant());

        for (String cursor : List.of("", "!", "bm9uZQ", "\u0000", "a".repeat(1000))) {
            assertThat(view.list(Revision.R2026_07_28, cursor, RESULTS))
                    .as(cursor)
                    .isEmpty();
        }
    }

    @Test
    void anUnknownIntegrationHasNoTools() {
        ToolCatalog catalog = ToolCatalog.load(List.of(TestTools.crm()), Map.of(), ALL);

        assertThat(catalog.integration(TestTools.grant("erp", Capability.ALL))).isEmpty();
        assertThat(catalog.view(TestTools.grant("erp", Capability.ALL))).isEmpty();
    }

    @Test
    void makesTheReaderOfAToolOnce() {
        ToolCatalog catalog = ToolCatalog.load(List.of(TestTools.crm()), Map.of(), ALL);
        CatalogTool<?> tool = view(catalog, TestTools.grant()).find("echo").orElseThrow();

        assertThat(tool.arguments()).isSameAs(tool.arguments());
    }

    private static ToolView view(ToolCatalog catalog, Grant grant) {
        return catalog.view(grant).orElseThrow();
    }

    private static JsonNode page(ToolView view, @Nullable String cursor) {
        McpAnswer answer = McpAnswer.result(
                "1", view.list(Revision.R2026_07_28, cursor, RESULTS).orElseThrow());
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        answer.body().forEach(json::writeBytes);
        return ToolJson.MAPPER.readTree(json.toByteArray()).path("result");
    }

    private static String list(ToolView view, Revision revision) {
        McpAnswer answer =
                McpAnswer.result("1", view.list(revision, null, RESULTS).orElseThrow());
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        answer.body().forEach(json::writeBytes);
        return ToolJson.MAPPER
                .readTree(json.toByteArray())
                .path("result")
                .path("tools")
                .toString();
    }

    private record Declared(ToolDescriptor descriptor) implements LocalTool<TestTools.Text, Object> {

        @Override
        public CompletionStage<ToolResult> call(TestTools.Text arguments, CallContext context) {
            return CompletableFuture.completedFuture(ToolResult.text(""));
        }
    }
}
