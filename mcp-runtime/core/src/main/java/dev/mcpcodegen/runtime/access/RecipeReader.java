package dev.mcpcodegen.runtime.access;

import dev.mcpcodegen.runtime.tool.DerivedValue;
import dev.mcpcodegen.runtime.tool.DerivedValue.Encoding;
import dev.mcpcodegen.runtime.tool.DerivedValue.Function;
import dev.mcpcodegen.runtime.tool.LoginRecipe;
import dev.mcpcodegen.runtime.tool.LoginRecipe.In;
import dev.mcpcodegen.runtime.tool.LoginRecipe.Place;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads an account's own recipe of a login, in the words of the overlay's {@code x-mcp.login}. */
final class RecipeReader {

    private static final Pattern REQUEST = Pattern.compile("(GET|POST|PUT) (/\\S*)");
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");
    private static final Pattern HEADER_NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    private static final Pattern POINTER = Pattern.compile("(/([^~/]|~[01])*)*");

    private static final Map<String, Function> FUNCTIONS = Map.ofEntries(
            Map.entry("text", Function.TEXT),
            Map.entry("md5", Function.MD5),
            Map.entry("sha1", Function.SHA1),
            Map.entry("sha256", Function.SHA256),
            Map.entry("sha384", Function.SHA384),
            Map.entry("sha512", Function.SHA512),
            Map.entry("hmacMd5", Function.HMAC_MD5),
            Map.entry("hmacSha1", Function.HMAC_SHA1),
            Map.entry("hmacSha256", Function.HMAC_SHA256),
            Map.entry("hmacSha384", Function.HMAC_SHA384),
            Map.entry("hmacSha512", Function.HMAC_SHA512));

    private static final Map<String, Encoding> ENCODINGS = Map.of(
            "plain", Encoding.PLAIN,
            "hex", Encoding.HEX,
            "upperHex", Encoding.UPPER_HEX,
            "base64", Encoding.BASE64,
            "base64Url", Encoding.BASE64_URL);

    private RecipeReader() {}

    /** Returns null after a problem. */
    static @Nullable LoginRecipe read(ConfigurationNode node) {
        if (!node.isMappingOf(
                "request", "server", "query", "headers", "cookies", "form", "json", "derived", "answer", "expires",
                "present")) {
            return null;
        }
        String request = node.at("request").nonEmptyText();
        if (request == null || !REQUEST.matcher(request).matches()) {
            node.at("request").problem("must be a method and a path, such as POST /login.");
            return null;
        }
        String[] line = request.split(" ", 2);
        LoginRecipe.Builder recipe = LoginRecipe.request(line[0], line[1]);
        optional(node.at("server"), recipe::server);
        parts(node.at("query"), In.QUERY, recipe::send);
        parts(node.at("headers"), In.HEADER, recipe::send);
        parts(node.at("cookies"), In.COOKIE, recipe::send);
        parts(node.at("form"), In.FORM, recipe::send);
        if (node.at("json").isPresent()) {
            recipe.json(node.at("json").tree());
        }
        if (node.at("json").isPresent() && node.at("form").isPresent()) {
            node.problem("a request has one body: write json or form.");
        }
        node.at("derived").entries().forEach((name, value) -> derive(name, value, recipe));
        answer(node.at("answer"), recipe);
        lifetime(node.at("expires"), recipe);
        present(node.at("present"), recipe);
        return recipe.build();
    }

    @FunctionalInterface
    private interface PartTaker {
        void take(In in, String name, String template);
    }

    private static void parts(ConfigurationNode node, In in, PartTaker taker) {
        node.entries().forEach((name, value) -> {
            if (in != In.QUERY && in != In.FORM && !HEADER_NAME.matcher(name).matches()) {
                value.problem("is no name of an HTTP header or cookie.");
            }
            String template = value.text();
            if (template != null) {
                taker.take(in, name, template);
            }
        });
    }

    private static void derive(String name, ConfigurationNode node, LoginRecipe.Builder recipe) {
        if (!NAME.matcher(name).matches() || name.equals(LoginRecipe.BODY)) {
            node.problem("a name must consist of letters, digits and underscores, and must not be body.");
        }
        DerivedValue value = derived(node);
        if (value != null) {
            recipe.derive(name, value);
        }
    }

    private static @Nullable DerivedValue derived(ConfigurationNode node) {
        if (node.at("now").isPresent()) {
            node.isMappingOf("now");
            String pattern = node.at("now").nonEmptyText();
            if (pattern == null || !isPattern(pattern)) {
                node.at("now").problem("must be a pattern such as yyyy-MM-dd HH:mm:ss, epochSeconds or epochMillis.");
                return null;
            }
            return DerivedValue.now(pattern);
        }
        if (node.at("nonce").isPresent()) {
            return DerivedValue.nonce();
        }
        for (Map.Entry<String, Function> entry : FUNCTIONS.entrySet()) {
            if (node.at(entry.getKey()).isPresent()) {
                return computed(node, entry.getKey(), entry.getValue());
            }
        }
        node.problem("must have one of now, nonce, " + String.join(", ", sorted(FUNCTIONS.keySet())) + ".");
        return null;
    }

    private static @Nullable DerivedValue computed(ConfigurationNode node, String key, Function function) {
        node.isMappingOf(function.isKeyed() ? new String[] {key, "key", "as"} : new String[] {key, "as"});
        String of = node.at(key).text();
        String mac = function.isKeyed() ? node.at("key").text() : null;
        String as = node.at("as").isPresent() ? node.at("as").text() : function == Function.TEXT ? "plain" : "hex";
        Encoding encoding = ENCODINGS.get(String.valueOf(as));
        if (encoding == null || (encoding == Encoding.PLAIN && function != Function.TEXT)) {
            node.at("as").problem("must be hex, upperHex, base64 or base64Url; of a text, plain too.");
            return null;
        }
        return of == null ? null : new DerivedValue(function, of, mac, encoding);
    }

    private static boolean isPattern(String pattern) {
        if (pattern.equals("epochSeconds") || pattern.equals("epochMillis")) {
            return true;
        }
        try {
            return !DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC)
                    .format(Instant.EPOCH)
                    .isEmpty();
        } catch (IllegalArgumentException | DateTimeException e) {
            return false;
        }
    }

    private static void answer(ConfigurationNode node, LoginRecipe.Builder recipe) {
        if (node.entries().isEmpty()) {
            node.problem("must say where the token is, such as {token: /access_token}.");
        }
        node.entries().forEach((name, where) -> {
            if (where.at("header").isPresent() || where.at("cookie").isPresent()) {
                where.isMappingOf("header", "cookie");
                optional(where.at("header"), header -> recipe.answer(name, Place.HEADER, header));
                optional(where.at("cookie"), cookie -> recipe.answer(name, Place.COOKIE, cookie));
            } else {
                optional(where, pointer -> recipe.answer(name, pointer(where, pointer)));
            }
        });
    }

    private static void lifetime(ConfigurationNode node, LoginRecipe.Builder recipe) {
        if (!node.isPresent()) {
            return;
        }
        node.isMappingOf("in", "at", "after");
        optional(node.at("in"), pointer -> recipe.expiresIn(pointer(node.at("in"), pointer)));
        optional(node.at("at"), pointer -> recipe.expiresAt(pointer(node.at("at"), pointer)));
        optional(node.at("after"), duration -> {
            try {
                recipe.expiresAfter(Duration.parse(duration).toString());
            } catch (DateTimeException e) {
                node.at("after").problem("must be a duration such as PT12H or P15D.");
            }
        });
    }

    private static void present(ConfigurationNode node, LoginRecipe.Builder recipe) {
        if (!node.isMappingOf("headers", "query", "cookies")) {
            return;
        }
        parts(node.at("headers"), In.HEADER, recipe::present);
        parts(node.at("query"), In.QUERY, recipe::present);
        parts(node.at("cookies"), In.COOKIE, recipe::present);
    }

    private static String pointer(ConfigurationNode node, String pointer) {
        if (!POINTER.matcher(pointer).matches()) {
            node.problem("must be a JSON Pointer such as /access_token.");
            return "";
        }
        return pointer;
    }

    private static void optional(ConfigurationNode node, Consumer<String> taker) {
        String text = node.isPresent() ? node.text() : null;
        if (text != null) {
            taker.accept(text);
        }
    }

    private static Set<String> sorted(Set<String> names) {
        return new TreeSet<>(names);
    }
}
