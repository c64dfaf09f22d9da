package dev.mcpcodegen.runtime;

import dev.mcpcodegen.runtime.access.AccessPolicy;
import dev.mcpcodegen.runtime.access.Credential;
import dev.mcpcodegen.runtime.access.CredentialSource;
import dev.mcpcodegen.runtime.access.GrantSource;
import dev.mcpcodegen.runtime.audit.AuditSink;
import dev.mcpcodegen.runtime.audit.LogAuditSink;
import dev.mcpcodegen.runtime.catalog.ToolCatalog;
import dev.mcpcodegen.runtime.server.CallTrail;
import dev.mcpcodegen.runtime.server.McpServer;
import dev.mcpcodegen.runtime.server.ToolCaller;
import dev.mcpcodegen.runtime.server.Workers;
import dev.mcpcodegen.runtime.tool.Integration;
import dev.mcpcodegen.runtime.tool.LocalTool;
import dev.mcpcodegen.runtime.tool.ToolInterceptor;
import dev.mcpcodegen.runtime.upstream.CursorKey;
import dev.mcpcodegen.runtime.upstream.UpstreamClient;
import dev.mcpcodegen.runtime.upstream.UpstreamConfig;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everything that serves the tools of one deployment; the one place where the parts are put together. Thread-safe. Closing it ends calls
 * under way and stops every thread that was started here.
 */
public final class McpRuntime implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(McpRuntime.class);

    private final McpConfig config;
    private final ToolCatalog catalog;
    private final AccessPolicy access;
    private final UpstreamClient upstream;
    private final Workers workers;
    private final McpServer server;

    private McpRuntime(Builder builder) {
        Clock clock = Clock.systemUTC();
        this.config = builder.config;
        this.catalog = ToolCatalog.load(builder.integrations, builder.tools);
        this.access = new AccessPolicy(builder.grantSources, clock);
        this.upstream = new UpstreamClient(upstreamConfig(builder), builder.credentialSource);
        this.workers = new Workers();
        this.server = new McpServer(
                catalog,
                new ToolCaller(
                        builder.interceptors,
                        new CallTrail(builder.auditSink),
                        upstream::call,
                        workers,
                        config.callTimeout(),
                        clock));
        LOG.info("Serving {} tools of {}", catalog.size(), catalog.integrationNames());
    }

    /** Starts from a configuration; everything else has a default. */
    public static Builder builder(McpConfig config) {
        return new Builder(config);
    }

    public McpConfig config() {
        return config;
    }

    /** Decides who may come in. */
    public AccessPolicy access() {
        return access;
    }

    /** Answers those who came in. */
    public McpServer server() {
        return server;
    }

    /** The threads for deadlines. */
    public Workers workers() {
        return workers;
    }

    @Override
    public void close() {
        workers.close();
        upstream.close();
    }

    private static UpstreamConfig upstreamConfig(Builder builder) {
        McpConfig config = builder.config;
        return new UpstreamConfig(
                config.connectTimeout(), config.idleTimeout(), config.maxResponseBytes(), builder.cursorKey);
    }

    /** Collects the parts of a runtime. */
    public static final class Builder {

        private final McpConfig config;
        private final List<Integration> integrations = new ArrayList<>();
        private final Map<String, List<LocalTool<?, ?>>> tools = new LinkedHashMap<>();
        private final List<GrantSource> grantSources = new ArrayList<>();
        private final List<ToolInterceptor> interceptors = new ArrayList<>();
        private CredentialSource credentialSource = grant -> CompletableFuture.completedFuture(new Credential.None());
        private AuditSink auditSink = new LogAuditSink();

        /** Good for this process only: a cursor of another node is refused, so clusters give a key of their own. */
        private CursorKey cursorKey = CursorKey.derive(UUID.randomUUID().toString());

        private Builder(McpConfig config) {
            this.config = config;
        }

        /** What the runtime is configured with. */
        public McpConfig config() {
            return config;
        }

        public Builder integrations(List<Integration> values) {
            integrations.addAll(values);
            return this;
        }

        /** Adds hand-written tools to an integration; they are listed after its own. */
        public Builder tools(String integration, List<? extends LocalTool<?, ?>> values) {
            tools.computeIfAbsent(integration, name -> new ArrayList<>()).addAll(values);
            return this;
        }

        /** Adds sources that are asked after those already here. */
        public Builder grantSources(List<? extends GrantSource> values) {
            grantSources.addAll(values);
            return this;
        }

        /** Sets where credentials come from; the default knows none. */
        public Builder credentialSource(CredentialSource value) {
            this.credentialSource = value;
            return this;
        }

        /** Sets where calls are recorded; the default is the log. */
        public Builder auditSink(AuditSink value) {
            this.auditSink = value;
            return this;
        }

        /** Adds interceptors; the first added sees a call first. */
        public Builder interceptors(List<? extends ToolInterceptor> values) {
            interceptors.addAll(values);
            return this;
        }

        /** Sets the key that binds cursors; the same on all nodes. */
        public Builder cursorKey(CursorKey value) {
            this.cursorKey = value;
            return this;
        }

        /** Applies every {@link McpCustomizer} that is found through a class loader. */
        public Builder customizedBy(ClassLoader loader) {
            ServiceLoader.load(McpCustomizer.class, loader).forEach(customizer -> customizer.customize(this));
            return this;
        }

        /**
         * Builds and starts the runtime.
         *
         * @throws dev.mcpcodegen.runtime.catalog.CatalogException if the tools do not fit together
         */
        public McpRuntime build() {
            if (grantSources.isEmpty()) {
                LOG.warn("No source of grants is configured: every caller will be refused");
            }
            return new McpRuntime(this);
        }
    }
}
