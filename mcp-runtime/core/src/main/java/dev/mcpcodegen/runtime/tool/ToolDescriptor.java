package dev.mcpcodegen.runtime.tool;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.ObjectNode;

/** What the runtime must know of a tool to list it, to decide who may call it and to read its answer. Immutable. */
public final class ToolDescriptor {

    private final String name;
    private final String resource;
    private final String method;
    private final List<String> tags;
    private final boolean readOnly;
    private final List<String> clientCapabilities;
    private final ToolDefinition definition;
    private final @Nullable Paging paging;
    private final ResponseRules response;
    private final @Nullable String server;
    private final @Nullable List<SecurityRequirement> security;
    private final List<DynamicFields> dynamicFields;
    private final Map<String, List<String>> places;

    private ToolDescriptor(Builder builder) {
        this.name = builder.name;
        this.resource = builder.resource;
        this.method = builder.method;
        this.tags = builder.tags;
        this.readOnly = builder.readOnly;
        this.clientCapabilities = builder.clientCapabilities;
        this.definition = Objects.requireNonNull(builder.definition, () -> "no definition for tool " + builder.name);
        this.paging = builder.paging;
        this.response = builder.response;
        this.server = builder.server;
        this.security = builder.security;
        this.dynamicFields = List.copyOf(builder.dynamicFields);
        this.places = Collections.unmodifiableMap(new LinkedHashMap<>(builder.places));
    }

    public static Builder builder(String name) {
        return new Builder(name);
    }

    /** The name under which clients call the tool; unique within its integration. */
    public String name() {
        return name;
    }

    /** What the tool works on, such as {@code persons}; tags and API profiles go by it. */
    public String resource() {
        return resource;
    }

    /** {@code list}, {@code get}, {@code create}, {@code update}, {@code delete} or a verb of the vendor's. */
    public String method() {
        return method;
    }

    public List<String> tags() {
        return tags;
    }

    /** Whether a call changes nothing at the vendor; everything else is audited before it leaves. */
    public boolean readOnly() {
        return readOnly;
    }

    /** What a client must have declared to call the tool, such as {@code elicitation} (MCP, ClientCapabilities). */
    public List<String> clientCapabilities() {
        return clientCapabilities;
    }

    public ToolDefinition definition() {
        return definition;
    }

    /** How the vendor pages; present when the tool takes {@code limit} and {@code next_cursor}. */
    public Optional<Paging> paging() {
        return Optional.ofNullable(paging);
    }

    public ResponseRules response() {
        return response;
    }

    /** The name of the server that the tool goes to; empty for the integration's base URL. */
    public Optional<String> server() {
        return Optional.ofNullable(server);
    }

    /** What the vendor wants to see of this tool, any of them; empty when that is what it wants of all tools. */
    public Optional<List<SecurityRequirement>> security() {
        return Optional.ofNullable(security);
    }

    /** The arguments whose content the vendor's customers define. */
    public List<DynamicFields> dynamicFields() {
        return dynamicFields;
    }

    /** Where arguments go that the vendor knows under other names: the names of the objects around them in a body, then their own. */
    public Map<String, List<String>> places() {
        return places;
    }

    @Override
    public String toString() {
        return name;
    }

    /** Collects what differs from the defaults: resource and method unnamed, a writing tool, a JSON answer, no paging. */
    public static final class Builder {

        private final String name;
        private String resource = "";
        private String method = "call";
        private List<String> tags = List.of();
        private boolean readOnly;
        private List<String> clientCapabilities = List.of();
        private @Nullable ToolDefinition definition;
        private @Nullable Paging paging;
        private ResponseRules response = ResponseRules.JSON;
        private @Nullable String server;
        private @Nullable List<SecurityRequirement> security;
        private final List<DynamicFields> dynamicFields = new ArrayList<>();
        private final Map<String, List<String>> places = new LinkedHashMap<>();

        private Builder(String name) {
            this.name = name;
        }

        public Builder resource(String value) {
            this.resource = value;
            return this;
        }

        public Builder method(String value) {
            this.method = value;
            return this;
        }

        public Builder tags(String... values) {
            this.tags = List.of(values);
            return this;
        }

        /** Calls change nothing at the vendor. */
        public Builder readOnly() {
            this.readOnly = true;
            return this;
        }

        /** Refuses clients that have not declared these capabilities with the request (MCP, ClientCapabilities). */
        public Builder clientCapabilities(String... values) {
            this.clientCapabilities = List.of(values);
            return this;
        }

        /** Names the class path resource that holds the tool's JSON, below {@value ToolDefinition#ROOT}. */
        public Builder definition(String path) {
            this.definition = new ToolDefinition.Resource(path);
            return this;
        }

        /**
         * Gives the tool's JSON itself: {@code description}, {@code inputSchema} and so on. What it does not say of {@code name} and
         * {@code annotations.readOnlyHint} is added.
         */
        public Builder definition(ObjectNode tool) {
            this.definition = new ToolDefinition.Inline(tool);
            return this;
        }

        /**
         * Gives the tool's JSON as text, for hand-written tools; otherwise like {@link #definition(ObjectNode)}.
         *
         * @throws IllegalArgumentException if the text is no JSON object
         */
        public Builder describedBy(String json) {
            try {
                return definition(ToolJson.MAPPER.readValue(json, ObjectNode.class));
            } catch (JacksonException e) {
                throw new IllegalArgumentException("The tool " + name + " is described by invalid JSON", e);
            }
        }

        public Builder paging(Paging value) {
            this.paging = value;
            return this;
        }

        public Builder response(ResponseRules value) {
            this.response = value;
            return this;
        }

        /** Names one of the integration's servers. */
        public Builder server(String value) {
            this.server = value;
            return this;
        }

        /** Names the alternatives; none when the vendor asks for nothing. */
        public Builder security(SecurityRequirement... alternatives) {
            this.security = List.of(alternatives);
            return this;
        }

        /** Adds an argument whose content the vendor's customers define. */
        public Builder dynamicFields(DynamicFields value) {
            this.dynamicFields.add(value);
            return this;
        }

        /**
         * Tells under which name the vendor knows an argument, so that what it says of it can be told to callers.
         *
         * @param place the names of the objects around it in a body, outermost first, then its own
         */
        public Builder sentAs(String argument, String... place) {
            this.places.put(argument, List.of(place));
            return this;
        }

        public ToolDescriptor build() {
            if (definition instanceof ToolDefinition.Inline inline) {
                definition = new ToolDefinition.Inline(complete(inline.tool()));
            }
            return new ToolDescriptor(this);
        }

        private ObjectNode complete(ObjectNode given) {
            ObjectNode tool = ToolJson.MAPPER.createObjectNode().put("name", name);
            tool.setAll(given.deepCopy());
            tool.withObjectProperty("annotations").putIfAbsent("readOnlyHint", BooleanNode.valueOf(readOnly));
            return tool;
        }
    }
}
