package dev.mcpcodegen.runtime;

import dev.mcpcodegen.runtime.access.ConfigurationException;
import dev.mcpcodegen.runtime.access.Secret;
import dev.mcpcodegen.runtime.access.StaticGrants;
import dev.mcpcodegen.runtime.files.FileLimits;
import dev.mcpcodegen.runtime.limit.Limits;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a node. Immutable.
 *
 * @param publicUrl {@code MCP_PUBLIC_URL}: where clients reach this server, without a trailing slash; null when not known
 * @param home {@code MCP_HOME}: the folder for the configuration; by default {@code .mcp-codegen} in the user's home
 * @param configFile {@code MCP_CONFIG}: the file with accounts and grants; by default {@code mcp.yaml} in {@code home}
 * @param encryptionKey {@code MCP_ENCRYPTION_KEY}: protects what this server hands out or stores; null when not set
 * @param allowedOrigins {@code MCP_ALLOWED_ORIGINS}: browser origins that may call, separated by commas; none by default
 * @param callTimeout {@code MCP_CALL_TIMEOUT}: when a call is given up; by default 50 s, at most 300 s
 * @param maxRequestBytes {@code MCP_MAX_REQUEST_BYTES}: of one request of a client; by default 4 MiB
 * @param maxResponseBytes {@code MCP_MAX_RESPONSE_BYTES}: of one answer of a vendor, after decompression; by default 10 MiB
 * @param connectTimeout {@code MCP_CONNECT_TIMEOUT}: for one connection to a vendor; by default 5 s
 * @param idleTimeout {@code MCP_IDLE_TIMEOUT}: without a byte from a vendor; by default 15 s
 * @param streamAfter {@code MCP_STREAM_AFTER}: how long a call may take before its answer becomes a stream of events, for clients that take
 *     one; by default 2 s
 * @param streamKeepAlive {@code MCP_STREAM_KEEP_ALIVE}: between signs of life on such a stream; a client that left is noticed at the second;
 *     by default 4 s
 * @param drainTimeout {@code MCP_DRAIN_TIMEOUT}: what calls under way get when the server stops; by default 10 s
 * @param listPageSize {@code MCP_LIST_PAGE_SIZE}: tools on one page of a list; by default all on one, which every client can read
 * @param limits how much is taken on at once: {@code MCP_MAX_REQUESTS}, by default 10,000; {@code MCP_MAX_CALLS_PER_ACCOUNT} and
 *     {@code MCP_MAX_WAITING_PER_ACCOUNT}, by default 64 each; {@code MCP_MAX_BUFFERED_BYTES}, by default a quarter of the heap
 * @param maxResultBytes {@code MCP_MAX_RESULT_BYTES}: of the JSON that a model is shown of one answer; by default 400,000, about 100,000
 *     tokens; what is larger is cut
 * @param files what goes through as it comes: {@code MCP_MAX_FILE_BYTES}, by default 512 MiB; {@code MCP_FILE_TIMEOUT} for one file, by
 *     default 10 minutes; {@code MCP_FILE_LINK_LIFETIME}, by default 10 minutes
 * @param metricsToken {@code MCP_METRICS_TOKEN}: what a scraper of {@code /metrics} has to send; null for scrapers on this machine only
 */
public record McpConfig(
        @Nullable URI publicUrl,
        Path home,
        Path configFile,
        @Nullable Secret encryptionKey,
        Set<String> allowedOrigins,
        Duration callTimeout,
        int maxRequestBytes,
        int maxResponseBytes,
        Duration connectTimeout,
        Duration idleTimeout,
        Duration streamAfter,
        Duration streamKeepAlive,
        Duration drainTimeout,
        int listPageSize,
        Limits limits,
        int maxResultBytes,
        FileLimits files,
        @Nullable Secret metricsToken) {

    public McpConfig {
        allowedOrigins = Set.copyOf(allowedOrigins);
    }

    /**
     * Reads the settings: for {@code MCP_PUBLIC_URL} the system property {@code mcp.public.url}, else the environment variable
     * {@code MCP_PUBLIC_URL}, else the servlet context parameter {@code mcp.public.url} or {@code MCP_PUBLIC_URL}.
     *
     * @throws ConfigurationException if any value cannot be used; it tells all of them
     */
    public static McpConfig read(Function<String, @Nullable String> contextParameters) {
        return new McpConfigReader(System::getProperty, System::getenv, contextParameters).read();
    }

    /** Returns what {@code ${NAME}} in the configuration file stands for: the system property, else the environment variable. */
    public static @Nullable String variable(String name) {
        String property = System.getProperty(name);
        return property != null ? property : System.getenv(name);
    }

    /** Returns the secret that cursors and links are bound with: the same on all nodes that have the same key, or the same grants. */
    public Secret cursorSecret(StaticGrants grants) {
        return encryptionKey != null ? encryptionKey : grants.sharedSecret();
    }
}
