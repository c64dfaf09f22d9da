package dev.mcpcodegen.runtime.tool;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One vendor's API as tools. Generated code holds one for each folder of specifications. Immutable. */
public final class Integration {

    private final String name;
    private final String displayName;
    private final String apiVersion;
    private final String baseUrl;
    private final Map<String, String> servers;
    private final List<SecurityScheme> securitySchemes;
    private final List<SecurityRequirement> security;
    private final @Nullable String instructions;
    private final boolean personOnly;
    private final @Nullable LoginRecipe login;
    private final ErrorRules errors;
    private final @Nullable RateLimitHeaders rateLimit;
    private final List<Tool<?, ?>> tools;

    private Integration(Integration other, List<? extends Tool<?, ?>> more) {
        this.name = other.name;
        this.displayName = other.displayName;
        this.apiVersion = other.apiVersion;
        this.baseUrl = other.baseUrl;
        this.servers = other.servers;
        this.securitySchemes = other.securitySchemes;
        this.security = other.security;
        this.instructions = other.instructions;
        this.personOnly = other.personOnly;
        this.login = other.login;
        this.errors = other.errors;
        this.rateLimit = other.rateLimit;
        this.tools =
                Stream.<Tool<?, ?>>concat(other.tools.stream(), more.stream()).toList();
    }

    private Integration(Builder builder) {
        this.name = builder.name;
        this.displayName = builder.displayName;
        this.apiVersion = builder.apiVersion;
        this.baseUrl = builder.baseUrl;
        this.servers = Map.copyOf(builder.servers);
        this.securitySchemes = List.copyOf(builder.securitySchemes);
        this.security = builder.security;
        this.instructions = builder.instructions;
        this.personOnly = builder.personOnly;
        this.login = builder.login;
        this.errors = builder.errors;
        this.rateLimit = builder.rateLimit;
        this.tools = List.copyOf(builder.tools);
    }

    public static Builder builder(String name) {
        return new Builder(name);
    }

    /** The same integration with more tools at the end. */
    public Integration with(List<? extends Tool<?, ?>> more) {
        return new Integration(this, more);
    }

    /** The vendor part of tool names, such as {@code affinity}. */
    public String name() {
        return name;
    }

    /** What people call the vendor. */
    public String displayName() {
        return displayName;
    }

    /** The version of the vendor's document that the tools were generated from. */
    public String apiVersion() {
        return apiVersion;
    }

    /** Where the vendor's API is, unless an account says otherwise; without a trailing slash, empty when unknown. */
    public String baseUrl() {
        return baseUrl;
    }

    /** Servers that some tools go to instead, by name; a path is on the host of the base URL. An account may say otherwise. */
    public Map<String, String> servers() {
        return servers;
    }

    /** How an account can prove its right to the vendor. */
    public List<SecurityScheme> securitySchemes() {
        return securitySchemes;
    }

    /** What the vendor wants to see, any of them, unless a tool says otherwise; empty when it asks for nothing or is not known to. */
    public List<SecurityRequirement> security() {
        return security;
    }

    /** How the pieces of this vendor fit together, for the model. */
    public Optional<String> instructions() {
        return Optional.ofNullable(instructions);
    }

    /** Whether only a person may call: every write is then attributed to somebody real. */
    public boolean personOnly() {
        return personOnly;
    }

    /** How a name and a password, or the like, become a token; empty when accounts bring what calls carry. */
    public Optional<LoginRecipe> login() {
        return Optional.ofNullable(login);
    }

    public ErrorRules errors() {
        return errors;
    }

    /** The vendor's own header names for its rate limit, where they are not the common ones. */
    public Optional<RateLimitHeaders> rateLimit() {
        return Optional.ofNullable(rateLimit);
    }

    /** All tools, in the order in which they are listed. */
    public List<Tool<?, ?>> tools() {
        return tools;
    }

    @Override
    public String toString() {
        return name;
    }

    /** Collects an integration; everything but the name has a default. */
    public static final class Builder {

        private final String name;
        private String displayName;
        private String apiVersion = "";
        private String baseUrl = "";
        private final Map<String, String> servers = new HashMap<>();
        private final List<SecurityScheme> securitySchemes = new ArrayList<>();
        private List<SecurityRequirement> security = List.of();
        private @Nullable String instructions;
        private boolean personOnly;
        private @Nullable LoginRecipe login;
        private ErrorRules errors = ErrorRules.COMMON;
        private @Nullable RateLimitHeaders rateLimit;
        private final List<Tool<?, ?>> tools = new ArrayList<>();

        private Builder(String name) {
            this.name = name;
            this.displayName = name;
        }

        public Builder displayName(String value) {
            this.displayName = value;
            return this;
        }

        public Builder apiVersion(String value) {
            this.apiVersion = value;
            return this;
        }

        public Builder baseUrl(String value) {
            this.baseUrl = value.endsWith("/") ? value.substring(0, value.length() - 1) : value;
            return this;
        }

        /** Adds a server that tools refer to by its name. */
        public Builder server(String serverName, String url) {
            this.servers.put(serverName, url);
            return this;
        }

        public Builder securityScheme(SecurityScheme value) {
            this.securitySchemes.add(value);
            return this;
        }

        /** Names the alternatives. */
        public Builder security(SecurityRequirement... alternatives) {
            this.security = List.of(alternatives);
            return this;
        }

        public Builder instructions(String value) {
            this.instructions = value;
            return this;
        }

        /** Refuses callers that are no person. */
        public Builder personOnly() {
            this.personOnly = true;
            return this;
        }

        public Builder login(LoginRecipe value) {
            this.login = value;
            return this;
        }

        public Builder errors(ErrorRules value) {
            this.errors = value;
            return this;
        }

        public Builder rateLimit(RateLimitHeaders value) {
            this.rateLimit = value;
            return this;
        }

        public Builder tools(List<? extends Tool<?, ?>> values) {
            this.tools.addAll(values);
            return this;
        }

        public Integration build() {
            return new Integration(this);
        }
    }
}
