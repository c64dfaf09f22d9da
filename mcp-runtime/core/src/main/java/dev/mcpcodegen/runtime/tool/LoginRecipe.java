package dev.mcpcodegen.runtime.tool;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * How a vendor exchanges what an account knows, such as a name and a password, for a token, and how the token is shown to it. Declared,
 * never coded; holds no secret.
 *
 * <p>Texts are templates: <code>{name}</code> stands for a value of the account, for a derived value, for a part of the vendor's answer,
 * or, as <code>{body}</code>, for the body of the request as it is sent.
 *
 * @param method the HTTP method of the exchange
 * @param path a template of the path of the exchange below the base URL
 * @param server the name of the server that it goes to; null for the API itself
 * @param request query parameters, headers, cookies and form fields of the exchange
 * @param json its body; null for none or a form
 * @param derived values that are worked out for each exchange, by name
 * @param answer where the parts of the answer are, by name
 * @param lifetime how long they are good for; null when the vendor does not say
 * @param presented what calls carry afterwards
 */
public record LoginRecipe(
        String method,
        String path,
        @Nullable String server,
        List<Part> request,
        @Nullable JsonNode json,
        Map<String, DerivedValue> derived,
        Map<String, Found> answer,
        @Nullable Lifetime lifetime,
        List<Part> presented) {

    /** What {@code {body}} stands for. */
    public static final String BODY = "body";

    private static final Pattern NAME = Pattern.compile("\\{([A-Za-z][A-Za-z0-9_]*)}");

    /** Where a part of a request goes. */
    public enum In {
        QUERY,
        HEADER,
        COOKIE,
        FORM
    }

    /** A part of a request. */
    public record Part(In in, String name, String template) {}

    /** Where an answer says something. */
    public enum Place {
        BODY,
        HEADER,
        COOKIE
    }

    /**
     * A part of an answer.
     *
     * @param where a JSON Pointer (RFC 6901), or the name of a header or cookie
     */
    public record Found(Place place, String where) {}

    /** How long a login lasts. */
    public sealed interface Lifetime {

        /** A JSON Pointer to a number of seconds. */
        record In(String pointer) implements Lifetime {}

        /** A JSON Pointer to a moment. */
        record At(String pointer) implements Lifetime {}

        /** What the vendor's documentation says. */
        record Fixed(Duration duration) implements Lifetime {}
    }

    /** Begins a recipe with the request that exchanges. */
    public static Builder request(String method, String path) {
        return new Builder(method, path);
    }

    /** Returns the names in a template. */
    public static Set<String> names(String template) {
        Set<String> names = new LinkedHashSet<>();
        Matcher name = NAME.matcher(template);
        while (name.find()) {
            names.add(name.group(1));
        }
        return names;
    }

    /** Replaces the names in a template. */
    public static String fill(String template, UnaryOperator<String> values) {
        return NAME.matcher(template).replaceAll(name -> Matcher.quoteReplacement(values.apply(name.group(1))));
    }

    /** Returns the values that an account has to give for a login, in the order in which they are used. */
    public Set<String> inputs() {
        Set<String> names = names(path);
        request.forEach(part -> names.addAll(names(part.template())));
        collect(json, names);
        derived.values().forEach(value -> collect(value, names));
        names.addAll(presentedInputs());
        return without(names);
    }

    /** Returns the values that an account has to give where somebody has logged in already, but for those of the answer. */
    public Set<String> presentedInputs() {
        Set<String> names = new LinkedHashSet<>();
        presented.forEach(part -> names.addAll(names(part.template())));
        return without(names);
    }

    /** Returns the names in the templates of the body. */
    public Set<String> bodyNames() {
        Set<String> names = new LinkedHashSet<>();
        request.stream().filter(part -> part.in() == In.FORM).forEach(part -> names.addAll(names(part.template())));
        collect(json, names);
        return names;
    }

    private Set<String> without(Set<String> names) {
        names.removeAll(derived.keySet());
        names.removeAll(answer.keySet());
        names.remove(BODY);
        return names;
    }

    private static void collect(DerivedValue value, Set<String> names) {
        if (value.function() != DerivedValue.Function.NOW) {
            names.addAll(names(value.of()));
        }
        if (value.key() != null) {
            names.addAll(names(value.key()));
        }
    }

    private static void collect(@Nullable JsonNode json, Set<String> names) {
        if (json != null && json.isString()) {
            names.addAll(names(json.stringValue()));
        } else if (json != null) {
            json.forEach(child -> collect(child, names));
        }
    }

    /** Collects a recipe. */
    public static final class Builder {

        private final String method;
        private final String path;
        private @Nullable String server;
        private final List<Part> request = new ArrayList<>();
        private @Nullable JsonNode json;
        private final Map<String, DerivedValue> derived = new LinkedHashMap<>();
        private final Map<String, Found> answer = new LinkedHashMap<>();
        private @Nullable Lifetime lifetime;
        private final List<Part> presented = new ArrayList<>();

        private Builder(String method, String path) {
            this.method = method;
            this.path = path;
        }

        /** Sends the exchange to a further server of the integration. */
        public Builder server(String name) {
            server = name;
            return this;
        }

        /** Adds a query parameter, header, cookie or form field to the exchange. */
        public Builder send(In in, String name, String template) {
            request.add(new Part(in, name, template));
            return this;
        }

        /** Gives the exchange a JSON object as its body; the texts in it are templates. */
        public Builder json(Consumer<JsonBody> properties) {
            JsonBody body = new JsonBody();
            properties.accept(body);
            json = body.tree();
            return this;
        }

        /** Gives the exchange JSON as its body; the texts in it are templates. */
        public Builder json(JsonNode tree) {
            json = tree;
            return this;
        }

        /** Names a value that is worked out for each exchange. */
        public Builder derive(String name, DerivedValue value) {
            derived.put(name, value);
            return this;
        }

        /** Names a part of the answer. */
        public Builder answer(String name, Place place, String where) {
            answer.put(name, new Found(place, where));
            return this;
        }

        /** Names a part of the answer's body by a JSON Pointer. */
        public Builder answer(String name, String pointer) {
            return answer(name, Place.BODY, pointer);
        }

        /** Says where the answer tells for how many seconds it is good. */
        public Builder expiresIn(String pointer) {
            lifetime = new Lifetime.In(pointer);
            return this;
        }

        /** Says where the answer tells until when it is good. */
        public Builder expiresAt(String pointer) {
            lifetime = new Lifetime.At(pointer);
            return this;
        }

        /** Says how long a login lasts, as ISO 8601 writes it. */
        public Builder expiresAfter(String duration) {
            lifetime = new Lifetime.Fixed(Duration.parse(duration));
            return this;
        }

        /** Adds a query parameter, header or cookie to the calls that follow. */
        public Builder present(In in, String name, String template) {
            presented.add(new Part(in, name, template));
            return this;
        }

        public LoginRecipe build() {
            return new LoginRecipe(
                    method,
                    path,
                    server,
                    List.copyOf(request),
                    json,
                    Collections.unmodifiableMap(new LinkedHashMap<>(derived)),
                    Collections.unmodifiableMap(new LinkedHashMap<>(answer)),
                    lifetime,
                    List.copyOf(presented));
        }
    }
}
