package dev.mcpcodegen.runtime;

import dev.mcpcodegen.runtime.access.AccessPolicy;
import dev.mcpcodegen.runtime.access.ConfigurationException;
import dev.mcpcodegen.runtime.access.Credential;
import dev.mcpcodegen.runtime.access.CredentialSource;
import dev.mcpcodegen.runtime.access.GrantSource;
import dev.mcpcodegen.runtime.access.Secret;
import dev.mcpcodegen.runtime.access.StaticGrants;
import dev.mcpcodegen.runtime.access.StaticGrantsReader;
import dev.mcpcodegen.runtime.audit.AuditSink;
import dev.mcpcodegen.runtime.audit.LogAuditSink;
import dev.mcpcodegen.runtime.catalog.ToolCatalog;
import dev.mcpcodegen.runtime.fields.DynamicTools;
import dev.mcpcodegen.runtime.files.FileLinks;
import dev.mcpcodegen.runtime.files.FileSeal;
import dev.mcpcodegen.runtime.files.UsedTickets;
import dev.mcpcodegen.runtime.limit.AccountSlots;
import dev.mcpcodegen.runtime.limit.ByteBudget;
import dev.mcpcodegen.runtime.limit.InFlight;
import dev.mcpcodegen.runtime.metrics.RuntimeMetrics;
import dev.mcpcodegen.runtime.server.CallTrail;
import dev.mcpcodegen.runtime.server.FileRouter;
import dev.mcpcodegen.runtime.server.FileServer;
import dev.mcpcodegen.runtime.server.LinkRedeemer;
import dev.mcpcodegen.runtime.server.McpServer;
import dev.mcpcodegen.runtime.server.OpenExchanges;
import dev.mcpcodegen.runtime.server.ToolCaller;
import dev.mcpcodegen.runtime.server.Workers;
import dev.mcpcodegen.runtime.tool.Integration;
import dev.mcpcodegen.runtime.tool.LocalTool;
import dev.mcpcodegen.runtime.tool.ToolInterceptor;
import dev.mcpcodegen.runtime.upstream.CursorKey;
import dev.mcpcodegen.runtime.upstream.UpstreamClient;
import dev.mcpcodegen.runtime.upstream.UpstreamConfig;
import java.nio.file.Files;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everything that serves the tools of one deployment; the one place where the parts are put together. Thread-safe. Closing it ends calls
 * under way and stops every thread that was started here.
 */
public final class McpRuntime implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(McpRuntime.class);

    /** Each takes some 200 bytes until it expires. */
    private static final int MAX_USED_TICKETS = 20_000;

    private final McpConfig config;
    private final AccessPolicy access;
    private final UpstreamClient upstream;
    private final Workers workers;
    private final McpServer server;
    private final FileServer files;
    private final OpenExchanges exchanges = new OpenExchanges();
    private final InFlight requests;
    private final ByteBudget buffers;
    private final RuntimeMetrics metrics = new RuntimeMetrics();

    private McpRuntime(Builder builder, ToolCatalog catalog) {
        Clock clock = Clock.systemUTC();
        this.config = builder.config;
        this.access = new AccessPolicy(builder.grantSources, clock);
        this.workers = new Workers();
        this.requests = new InFlight(config.limits().requests());
        this.buffers = new ByteBudget(config.limits().bufferedBytes());
        this.upstream = new UpstreamClient(builder.upstreamConfig(buffers), builder.credentials());
        DynamicTools dynamicTools = DynamicTools.of(catalog, upstream::call, workers::after, workers::soon, clock);
        FileLinks links = new FileLinks(
                FileSeal.derive(builder.secret().reveal()),
                config.publicUrl(),
                config.files().linkLifetime(),
                clock);
        LinkRedeemer redeemer = new LinkRedeemer(links, access, catalog);
        ToolCaller caller = new ToolCaller(
                catalog,
                dynamicTools,
                builder.interceptors,
                new CallTrail(builder.auditSink),
                upstream::call,
                workers,
                new AccountSlots(
                        config.limits().callsPerAccount(), config.limits().waitingPerAccount(), workers::soon),
                metrics,
                new FileRouter(links, redeemer, config.files()),
                config.callTimeout(),
                clock);
        this.server = new McpServer(catalog, caller, dynamicTools);
        this.files = new FileServer(caller, redeemer, new UsedTickets(MAX_USED_TICKETS, clock));
        metrics.gauge("mcp_requests_in_flight", "Requests that are not answered yet", requests::count);
        metrics.gauge("mcp_buffered_bytes", "Bytes of requests and answers held in memory", buffers::held);
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

    /** Answers those who come with a link to a file. */
    public FileServer files() {
        return files;
    }

    /** What is being served at this moment. */
    public OpenExchanges exchanges() {
        return exchanges;
    }

    /** Requests under way. */
    public InFlight requests() {
        return requests;
    }

    /** Memory for bodies. */
    public ByteBudget buffers() {
        return buffers;
    }

    /** The numbers of this node. */
    public RuntimeMetrics metrics() {
        return metrics;
    }

    /** The threads for deadlines. */
    public Workers workers() {
        return workers;
    }

    /**
     * Refuses new requests, lets those under way end for {@code MCP_DRAIN_TIMEOUT}, answers the rest that the server is stopping, gives
     * their calls up and frees everything.
     */
    @Override
    public void close() {
        exchanges.close(config.drainTimeout());
        workers.close();
        upstream.close();
    }

    /** Collects the parts of a runtime. */
    public static final class Builder {

        private final McpConfig config;
        private final List<Integration> integrations = new ArrayList<>();
        private final Map<String, List<LocalTool<?, ?>>> tools = new LinkedHashMap<>();
        private final List<GrantSource> grantSources = new ArrayList<>();
        private final List<ToolInterceptor> interceptors = new ArrayList<>();
        private StaticGrants configured = StaticGrants.none();
        private @Nullable CredentialSource credentialSource;
        private @Nullable Secret secret;
        private AuditSink auditSink = new LogAuditSink();

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

        /** Sets where credentials come from; the default is the configuration file. */
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

        /** Applies every {@link McpCustomizer} that is found through a class loader. */
        public Builder customizedBy(ClassLoader loader) {
            ServiceLoader.load(McpCustomizer.class, loader).forEach(customizer -> customizer.customize(this));
            return this;
        }

        /**
         * Adds the grants and credentials of the configuration file. It may be missing when another source of grants was added before.
         *
         * @throws ConfigurationException if the file cannot be used
         */
        public Builder configuredGrants() {
            if (grantSources.isEmpty() || Files.exists(config.configFile())) {
                configured = new StaticGrantsReader(McpConfig::variable).read(config.configFile());
                grantSources.add(configured);
            }
            return this;
        }

        /**
         * Builds and starts the runtime.
         *
         * @throws dev.mcpcodegen.runtime.catalog.CatalogException if the tools do not fit together
         * @throws ConfigurationException if the configured grants do not fit the integrations
         */
        public McpRuntime build() {
            if (grantSources.isEmpty()) {
                LOG.warn("There is no source of grants: every caller will be refused");
            }
            ToolCatalog catalog = ToolCatalog.load(integrations, tools, interceptors, config.listPageSize());
            List<String> problems = configured.validate(integrations.stream()
                    .map(integration -> integration.with(tools.getOrDefault(integration.name(), List.of())))
                    .toList());
            if (!problems.isEmpty()) {
                throw new ConfigurationException(problems);
            }
            return new McpRuntime(this, catalog);
        }

        private CredentialSource credentials() {
            if (credentialSource != null) {
                return credentialSource;
            }
            return configured.grants().isEmpty()
                    ? grant -> CompletableFuture.completedFuture(new Credential.None())
                    : configured;
        }

        private UpstreamConfig upstreamConfig(ByteBudget buffers) {
            return new UpstreamConfig(
                    config.connectTimeout(),
                    config.idleTimeout(),
                    config.maxResponseBytes(),
                    buffers,
                    CursorKey.derive(secret().reveal()),
                    config.maxResultBytes(),
                    config.files().maxBytes());
        }

        /** Without anything that other nodes know as well, cursors and links are good for this process only. */
        private Secret secret() {
            Secret known = secret;
            if (known == null) {
                known = newSecret();
                secret = known;
            }
            return known;
        }

        private Secret newSecret() {
            return config.encryptionKey() == null && configured.grants().isEmpty()
                    ? new Secret(UUID.randomUUID().toString())
                    : config.cursorSecret(configured);
        }
    }
}
