package dev.mcpcodegen.runtime;

import dev.mcpcodegen.runtime.access.ConfigurationException;
import dev.mcpcodegen.runtime.access.Secret;
import dev.mcpcodegen.runtime.files.FileLimits;
import dev.mcpcodegen.runtime.limit.Limits;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the settings from where they may stand; collects what is wrong with them. One instance reads once. */
final class McpConfigReader {

    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,9}");
    private static final int MIB = 1024 * 1024;
    private static final int MIN_KEY_LENGTH = 32;

    private final Function<String, @Nullable String> properties;
    private final Function<String, @Nullable String> environment;
    private final Function<String, @Nullable String> contextParameters;
    private final List<String> problems = new ArrayList<>();

    McpConfigReader(
            Function<String, @Nullable String> properties,
            Function<String, @Nullable String> environment,
            Function<String, @Nullable String> contextParameters) {
        this.properties = properties;
        this.environment = environment;
        this.contextParameters = contextParameters;
    }

    McpConfig read() {
        Path userHome = Path.of(valueOr(properties.apply("user.home"), "."));
        Path home = path("MCP_HOME", userHome.resolve(".mcp-codegen"));
        McpConfig config = new McpConfig(
                publicUrl(),
                home,
                path("MCP_CONFIG", home.resolve("mcp.yaml")),
                encryptionKey(),
                origins(),
                duration("MCP_CALL_TIMEOUT", Duration.ofSeconds(50), Duration.ofSeconds(300)),
                bytes("MCP_MAX_REQUEST_BYTES", 4 * MIB),
                bytes("MCP_MAX_RESPONSE_BYTES", 10 * MIB),
                duration("MCP_CONNECT_TIMEOUT", Duration.ofSeconds(5), Duration.ofSeconds(300)),
                duration("MCP_IDLE_TIMEOUT", Duration.ofSeconds(15), Duration.ofSeconds(300)),
                duration("MCP_STREAM_AFTER", Duration.ofSeconds(2), Duration.ofSeconds(300)),
                duration("MCP_STREAM_KEEP_ALIVE", Duration.ofSeconds(4), Duration.ofSeconds(60)),
                duration("MCP_DRAIN_TIMEOUT", Duration.ofSeconds(10), Duration.ofSeconds(300)),
                count("MCP_LIST_PAGE_SIZE", Integer.MAX_VALUE),
                limits(),
                bytes("MCP_MAX_RESULT_BYTES", 400_000),
                files(),
                metricsToken());
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
        return config;
    }

    private @Nullable String value(String name) {
        String propertyName = name.toLowerCase(Locale.ROOT).replace('_', '.');
        for (String candidate : new @Nullable String[] {
            properties.apply(propertyName),
            environment.apply(name),
            contextParameters.apply(propertyName),
            contextParameters.apply(name)
        }) {
            if (candidate != null && !candidate.isBlank()) {
                return candidate.strip();
            }
        }
        return null;
    }

    private @Nullable URI publicUrl() {
        String text = value("MCP_PUBLIC_URL");
        URI uri = text == null ? null : uri(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
        boolean isUsable = uri != null
                && isWeb(uri)
                && uri.getRawUserInfo() == null
                && uri.getRawQuery() == null
                && uri.getRawFragment() == null;
        if (text != null && !isUsable) {
            problems.add("MCP_PUBLIC_URL must be an address such as https://mcp.example.com, but is \"" + text + "\".");
        }
        return uri;
    }

    private Set<String> origins() {
        Set<String> origins = new LinkedHashSet<>();
        for (String item : valueOr(value("MCP_ALLOWED_ORIGINS"), "").split(",", -1)) {
            String origin = item.strip();
            URI uri = uri(origin);
            // RFC 6454, section 6.2: scheme, host and port, nothing else.
            boolean isOrigin = uri != null
                    && isWeb(uri)
                    && uri.getRawUserInfo() == null
                    && origin.equals(uri.getScheme() + "://" + uri.getRawAuthority());
            if (isOrigin) {
                origins.add(origin.toLowerCase(Locale.ROOT));
            } else if (!origin.isEmpty()) {
                problems.add(
                        "MCP_ALLOWED_ORIGINS must list origins such as https://app.example.com, without path and wildcard,"
                                + " but has \"" + origin + "\".");
            }
        }
        return origins;
    }

    private @Nullable Secret encryptionKey() {
        String key = value("MCP_ENCRYPTION_KEY");
        if (key != null && key.length() < MIN_KEY_LENGTH) {
            problems.add("MCP_ENCRYPTION_KEY must have at least " + MIN_KEY_LENGTH
                    + " characters. Make one with: openssl rand -hex 32");
        }
        return key == null ? null : new Secret(key);
    }

    private Path path(String name, Path otherwise) {
        String text = value(name);
        try {
            return text == null ? otherwise : Path.of(text);
        } catch (InvalidPathException e) {
            problems.add(name + " must be a path, but is \"" + text + "\".");
            return otherwise;
        }
    }

    private Duration duration(String name, Duration otherwise, Duration most) {
        String text = value(name);
        Duration duration = text == null ? otherwise : parsed(text);
        if (duration == null || duration.isNegative() || duration.isZero() || duration.compareTo(most) > 0) {
            problems.add(name + " must be a duration above 0 and at most " + most.toSeconds()
                    + " s, in seconds (30) or ISO 8601 (PT30S), but is \"" + text + "\".");
            return otherwise;
        }
        return duration;
    }

    private static @Nullable Duration parsed(String text) {
        try {
            return DIGITS.matcher(text).matches() ? Duration.ofSeconds(Long.parseLong(text)) : Duration.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private int bytes(String name, int otherwise) {
        String text = value(name);
        if (text == null) {
            return otherwise;
        }
        int bytes = DIGITS.matcher(text).matches() ? Integer.parseInt(text) : 0;
        if (bytes < 1024) {
            problems.add(name + " must be a number of bytes from 1024 to 999999999, but is \"" + text + "\".");
        }
        return bytes;
    }

    private @Nullable Secret metricsToken() {
        String token = value("MCP_METRICS_TOKEN");
        if (token != null && token.length() < MIN_KEY_LENGTH) {
            problems.add("MCP_METRICS_TOKEN must have at least " + MIN_KEY_LENGTH
                    + " characters. Make one with: openssl rand -hex 32");
        }
        return token == null ? null : new Secret(token);
    }

    private FileLimits files() {
        return new FileLimits(
                bytes("MCP_MAX_FILE_BYTES", 512 * MIB),
                duration("MCP_FILE_TIMEOUT", Duration.ofMinutes(10), Duration.ofHours(1)),
                duration("MCP_FILE_LINK_LIFETIME", Duration.ofMinutes(10), Duration.ofHours(1)));
    }

    private Limits limits() {
        return new Limits(
                count("MCP_MAX_REQUESTS", 10_000),
                count("MCP_MAX_CALLS_PER_ACCOUNT", 64),
                count("MCP_MAX_WAITING_PER_ACCOUNT", 64),
                bytes("MCP_MAX_BUFFERED_BYTES", (int)
                        Math.min(999_999_999, Runtime.getRuntime().maxMemory() / 4)));
    }

    private int count(String name, int otherwise) {
        String text = value(name);
        if (text == null) {
            return otherwise;
        }
        int count = DIGITS.matcher(text).matches() ? Integer.parseInt(text) : 0;
        if (count < 1) {
            problems.add(name + " must be a number from 1 to 999999999, but is \"" + text + "\".");
        }
        return count;
    }

    private static boolean isWeb(URI uri) {
        return uri.getHost() != null && Set.of("http", "https").contains(String.valueOf(uri.getScheme()));
    }

    private static @Nullable URI uri(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            return null;
        }
    }

    private static String valueOr(@Nullable String value, String otherwise) {
        return value == null ? otherwise : value;
    }
}
