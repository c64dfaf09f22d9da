package dev.mcpcodegen.codegen.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One vendor's API as tools.
 *
 * @param name the folder's name and the vendor part of tool names
 * @param javaName the prefix of its Java types, such as {@code Affinity}
 * @param displayName what people call the vendor
 * @param specFile the document it came from, as shown to people
 * @param apiVersion the document's version
 * @param baseUrl where the API is; empty when an account must say
 * @param servers further servers that some tools go to
 * @param securitySchemes how an account can prove its right
 * @param security what tools want that say nothing of their own
 * @param instructions how the vendor's pieces fit together, for a model; empty when nothing is said
 * @param personOnly whether only a person may call
 * @param login how an account gets a token; null when it brings what calls carry
 * @param tools in listing order
 * @param types every declared object and enum by key, in declaration order
 * @param notTools operations that became no tool
 */
public record IntegrationModel(
        String name,
        String javaName,
        String displayName,
        String specFile,
        String apiVersion,
        String baseUrl,
        List<ServerModel> servers,
        List<SecurityModel.Scheme> securitySchemes,
        SecurityModel security,
        String instructions,
        boolean personOnly,
        @Nullable LoginModel login,
        @Nullable ErrorModel errors,
        @Nullable RateLimitModel rateLimit,
        List<ToolModel> tools,
        Map<String, TypeDeclaration> types,
        List<NotATool> notTools) {

    /** Returns the declaration that a reference names. */
    public TypeDeclaration type(TypeModel.Reference reference) {
        TypeDeclaration declaration = types.get(reference.key());
        if (declaration == null) {
            throw new IllegalArgumentException("No type is declared as " + reference.key());
        }
        return declaration;
    }

    /** The same integration with further operations that became no tool. */
    public IntegrationModel without(List<NotATool> further) {
        List<NotATool> all = new ArrayList<>(notTools);
        all.addAll(further);
        return new IntegrationModel(
                name,
                javaName,
                displayName,
                specFile,
                apiVersion,
                baseUrl,
                servers,
                securitySchemes,
                security,
                instructions,
                personOnly,
                login,
                errors,
                rateLimit,
                tools,
                types,
                List.copyOf(all));
    }

    /** JSON Pointers into the vendor's error bodies; of several the first present wins. */
    public record ErrorModel(List<String> messages, List<String> codes) {}

    /**
     * The vendor's header names for its rate limit.
     *
     * @param resetUnit {@code seconds}, {@code epochSeconds}, {@code epochMillis} or {@code date}
     */
    public record RateLimitModel(String limit, String remaining, String reset, String resetUnit) {}

    /**
     * An operation that became no tool.
     *
     * @param operation {@code METHOD /path}
     * @param pointer where it stands in the document
     * @param detail the reason in the words of this operation; empty when there is nothing to add
     */
    public record NotATool(String operation, String pointer, Reason reason, String detail) {

        /** A reason that says all. */
        public static NotATool because(Reason reason, ApiOperation operation) {
            return new NotATool(operation.line(), operation.pointer(), reason, "");
        }

        /** The detail, or the reason where that says all. */
        public String words() {
            return detail.isEmpty() ? reason.words() : detail;
        }
    }

    /** Why an operation becomes no tool. There are no other reasons. */
    public enum Reason {
        HIDDEN("hidden by x-mcp", "The document, an overlay or a record says `x-mcp: false` or `expose: false`."),
        EXCLUDED("excluded", "The parameter `excludes` matches it, or `includes` does not; the detail says which."),
        DEPRECATED("deprecated", "The vendor calls it deprecated and `includeDeprecated` is false."),
        UNDOCUMENTED(
                "not documented",
                "It has no description of the quality that `requireDocs` asks for. Describe it in `docs/*.md`."),
        UNREADABLE(
                "not readable",
                "The document leaves out something that a call needs, or says it twice; the detail says what. An overlay can put it"
                        + " right.");

        private final String words;
        private final String meaning;

        Reason(String words, String meaning) {
            this.words = words;
            this.meaning = meaning;
        }

        /** A few words, for a table. */
        public String words() {
            return words;
        }

        /** What it means and what to do, in Markdown. */
        public String meaning() {
            return meaning;
        }
    }
}
