package dev.mcpcodegen.runtime.upstream;

import dev.mcpcodegen.runtime.access.Account;
import dev.mcpcodegen.runtime.access.Capability;
import dev.mcpcodegen.runtime.access.Credential;
import dev.mcpcodegen.runtime.access.Grant;
import dev.mcpcodegen.runtime.access.Subject;
import dev.mcpcodegen.runtime.files.FileTransfer;
import dev.mcpcodegen.runtime.limit.ByteBudget;
import dev.mcpcodegen.runtime.tool.Content;
import dev.mcpcodegen.runtime.tool.Integration;
import dev.mcpcodegen.runtime.tool.Paging;
import dev.mcpcodegen.runtime.tool.ResponseRules;
import dev.mcpcodegen.runtime.tool.ToolDescriptor;
import dev.mcpcodegen.runtime.tool.ToolJson;
import dev.mcpcodegen.runtime.tool.ToolResult;
import dev.mcpcodegen.runtime.tool.TraceContext;
import dev.mcpcodegen.runtime.tool.UpstreamRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullUnmarked;
import tools.jackson.databind.JsonNode;

/** Makes calls for tests: a vendor called Affinity, a tool, and a client that is closed with the test. */
@NullUnmarked
final class Fixture implements AutoCloseable {

    static final int MAX_RESPONSE = 200_000;
    static final int MAX_FILE = 5_000_000;
    static final CursorKey KEY = CursorKey.derive("a configured secret");

    private final UpstreamClient client;
    private final String baseUrl;
    private Integration integration =
            Integration.builder("affinity").displayName("Affinity").build();
    private ToolDescriptor.Builder tool = tool("get_affinity_person").readOnly();
    private UpstreamRequest request = UpstreamRequest.get("/persons").build();
    private boolean allowPrivate = true;
    private Map<String, String> servers = Map.of();
    private TraceContext trace;
    private Subject subject = new Subject.Server("s");
    private FileTransfer files = FileTransfer.NONE;
    private String tenant = "t1";
    private String account = "a1";
    private Duration deadline = Duration.ofSeconds(5);

    Fixture(RawVendor vendor, Credential credential) {
        this(vendor.url(), credential);
    }

    Fixture(RawVendor vendor) {
        this(vendor.url(), new Credential.None());
    }

    Fixture(String baseUrl, Credential credential) {
        this(
                baseUrl,
                new UpstreamClient(config(Duration.ofSeconds(5)), g -> CompletableFuture.completedFuture(credential)));
    }

    Fixture(String baseUrl, UpstreamClient client) {
        this.baseUrl = baseUrl;
        this.client = client;
    }

    static UpstreamConfig config(Duration idle) {
        return new UpstreamConfig(
                Duration.ofSeconds(2), idle, MAX_RESPONSE, new ByteBudget(10_000_000), KEY, MAX_RESPONSE, MAX_FILE);
    }

    static ToolDescriptor.Builder tool(String name) {
        return ToolDescriptor.builder(name).definition(ToolJson.MAPPER.createObjectNode());
    }

    Fixture integration(Integration value) {
        integration = value;
        return this;
    }

    Fixture tool(ToolDescriptor.Builder value) {
        tool = value;
        return this;
    }

    Fixture paging(Paging value) {
        tool = tool("list_all_affinity_persons").readOnly().paging(value);
        return this;
    }

    Fixture response(ResponseRules value) {
        tool.response(value);
        return this;
    }

    Fixture request(UpstreamRequest value) {
        request = value;
        return this;
    }

    Fixture servers(Map<String, String> value) {
        servers = value;
        return this;
    }

    Fixture publicOnly() {
        allowPrivate = false;
        return this;
    }

    Fixture as(String newTenant, String newAccount) {
        tenant = newTenant;
        account = newAccount;
        return this;
    }

    Fixture subject(Subject value) {
        subject = value;
        return this;
    }

    Fixture trace(TraceContext value) {
        trace = value;
        return this;
    }

    Fixture files(FileTransfer value) {
        files = value;
        return this;
    }

    Fixture deadline(Duration value) {
        deadline = value;
        return this;
    }

    UpstreamCall upstreamCall(Integer limit, String cursor) {
        Account where = new Account(tenant, account, "affinity", baseUrl, servers, allowPrivate);
        Grant grant = new Grant("g", where, subject, Capability.ALL, null);
        return new UpstreamCall(
                integration,
                tool.build(),
                grant,
                request,
                limit,
                cursor,
                Instant.now().plus(deadline),
                trace,
                files);
    }

    CompletableFuture<ToolResult> start() {
        return client.call(upstreamCall(null, null));
    }

    ToolResult call() {
        return call(null, null);
    }

    ToolResult call(Integer limit, String cursor) {
        try {
            return client.call(upstreamCall(limit, cursor)).get(20, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    static String text(ToolResult result) {
        return ((Content.Text) result.content().get(0)).text();
    }

    static String json(ToolResult result) {
        JsonNode structured = result.structured();
        if (structured == null) {
            throw new AssertionError("no structured content: " + result);
        }
        return structured.toString();
    }

    @Override
    public void close() {
        client.close();
    }
}
