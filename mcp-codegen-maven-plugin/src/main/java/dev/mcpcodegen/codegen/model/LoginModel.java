package dev.mcpcodegen.codegen.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How what an account knows becomes a token. Texts are templates with names in braces.
 *
 * @param method the HTTP method of the exchange
 * @param path its path
 * @param server the name of the server that it goes to; null for the API itself
 * @param request query parameters, headers, cookies and form fields of the exchange
 * @param json its body; null for none or a form
 * @param derived values that are worked out for each exchange
 * @param answer where the parts of the answer are
 * @param lifetime how long they are good for; null when nothing is said
 * @param presented what calls carry afterwards
 */
public record LoginModel(
        String method,
        String path,
        @Nullable String server,
        List<Part> request,
        JsonTemplate.@Nullable Members json,
        List<Derived> derived,
        List<Found> answer,
        @Nullable Lifetime lifetime,
        List<Part> presented) {

    /** Where a part of a request goes. */
    public enum In {
        QUERY,
        HEADER,
        COOKIE,
        FORM
    }

    /** A part of a request. */
    public record Part(In in, String name, String template) {}

    /** A part of a JSON body. */
    public sealed interface JsonTemplate {

        /** An object. */
        record Members(List<Member> members) implements JsonTemplate {}

        /** A text with names in braces. */
        record Text(String template) implements JsonTemplate {}

        /** Anything else, as JSON text. */
        record Constant(String json) implements JsonTemplate {}
    }

    /** A member of a JSON object. */
    public record Member(String name, JsonTemplate value) {}

    /**
     * A value that is worked out.
     *
     * @param function as the runtime calls it, such as {@code SHA512}
     * @param of what it is worked out from
     * @param key of a MAC; null for all others
     * @param encoding as the runtime calls it, such as {@code HEX}
     */
    public record Derived(
            String name,
            String function,
            String of,
            @Nullable String key,
            String encoding) {}

    /**
     * A part of the answer.
     *
     * @param place {@code BODY}, {@code HEADER} or {@code COOKIE}
     * @param where a JSON Pointer, or a name
     */
    public record Found(String name, String place, String where) {}

    /**
     * How long a login lasts.
     *
     * @param kind {@code In} for a pointer to seconds, {@code At} for a pointer to a moment, {@code After} for a duration
     */
    public record Lifetime(String kind, String value) {}
}
