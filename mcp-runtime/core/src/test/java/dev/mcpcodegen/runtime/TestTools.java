package dev.mcpcodegen.runtime;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.mcpcodegen.runtime.access.Account;
import dev.mcpcodegen.runtime.access.Capability;
import dev.mcpcodegen.runtime.access.Grant;
import dev.mcpcodegen.runtime.access.Subject;
import dev.mcpcodegen.runtime.tool.CallContext;
import dev.mcpcodegen.runtime.tool.Integration;
import dev.mcpcodegen.runtime.tool.LocalTool;
import dev.mcpcodegen.runtime.tool.ToolDescriptor;
import dev.mcpcodegen.runtime.tool.ToolJson;
import dev.mcpcodegen.runtime.tool.ToolResult;
import dev.mcpcodegen.runtime.tool.UpstreamRequest;
import dev.mcpcodegen.runtime.tool.UpstreamTool;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BiFunction;
import tools.jackson.databind.node.ObjectNode;

/** A small CRM as tools: a vendor's tool, a reading and a writing hand-written one. */
public final class TestTools {

    private TestTools() {}

    public static Integration crm(LocalTool<?, ?>... extras) {
        return crm(Arrays.asList(extras));
    }

    public static Integration crm(Collection<LocalTool<?, ?>> extras) {
        return Integration.builder("crm")
                .displayName("Test CRM")
                .apiVersion("3.1")
                .baseUrl("https://crm.test")
                .instructions("Look a person up before you write a note.")
                .tools(List.of(new GetPerson(), new Echo()))
                .tools(List.copyOf(extras))
                .build();
    }

    public static Grant grant(String... methods) {
        return grant("crm", new Capability(Set.of(methods), Set.of()));
    }

    public static Grant grant(String integration, Capability capability) {
        Account account = new Account("acme", "acme-crm", integration, null, false);
        return new Grant("grant-1", account, new Subject.Server("server-1"), capability, null);
    }

    public static ObjectNode definition(String name) {
        ObjectNode definition = ToolJson.MAPPER.createObjectNode();
        definition.put("name", name).put("description", "Does " + name + ".");
        ObjectNode schema = definition.putObject("inputSchema").put("type", "object");
        schema.putObject("properties").putObject("text").put("type", "string");
        schema.putArray("required").add("text");
        schema.put("additionalProperties", false);
        return definition;
    }

    /** Asks the vendor. */
    public static final class GetPerson implements UpstreamTool<GetPerson.Arguments, Object> {

        private static final ToolDescriptor DESCRIPTOR = ToolDescriptor.builder("get_person")
                .resource("persons")
                .method("get")
                .tags("people")
                .readOnly()
                .definition("crm/get_person.json")
                .build();

        @Override
        public ToolDescriptor descriptor() {
            return DESCRIPTOR;
        }

        @Override
        public UpstreamRequest toRequest(Arguments arguments) {
            return UpstreamRequest.get("/persons/{id}")
                    .path("id", arguments.id())
                    .build();
        }

        public record Arguments(@JsonProperty("id") String id) {}
    }

    /** Says what it was told. */
    public static final class Echo implements LocalTool<Text, Object> {

        private static final ToolDescriptor DESCRIPTOR = ToolDescriptor.builder("echo")
                .resource("texts")
                .method("get")
                .readOnly()
                .definition(definition("echo"))
                .build();

        @Override
        public ToolDescriptor descriptor() {
            return DESCRIPTOR;
        }

        @Override
        public CompletionStage<ToolResult> call(Text arguments, CallContext context) {
            return CompletableFuture.completedFuture(ToolResult.text(arguments.text()));
        }
    }

    /** Writes; does whatever a test wants. */
    public static final class Write implements LocalTool<Text, Object> {

        public final ConcurrentLinkedQueue<String> written = new ConcurrentLinkedQueue<>();
        private final ToolDescriptor descriptor;
        private final BiFunction<Text, CallContext, CompletionStage<ToolResult>> behaviour;

        public Write(String name) {
            this(name, (text, context) -> CompletableFuture.completedFuture(ToolResult.text("written")));
        }

        public Write(String name, BiFunction<Text, CallContext, CompletionStage<ToolResult>> behaviour) {
            this.behaviour = behaviour;
            this.descriptor = ToolDescriptor.builder(name)
                    .resource("notes")
                    .method("create")
                    .tags("notes")
                    .definition(definition(name))
                    .build();
        }

        @Override
        public ToolDescriptor descriptor() {
            return descriptor;
        }

        @Override
        public CompletionStage<ToolResult> call(Text arguments, CallContext context) {
            written.add(arguments.text());
            return behaviour.apply(arguments, context);
        }
    }

    public record Text(@JsonProperty("text") String text) {}
}
