package dev.mcpcodegen.runtime.access;

import dev.mcpcodegen.runtime.tool.LoginRecipe;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the credential of an account from its configuration. */
final class CredentialReader {

    /** RFC 9110, section 5.6.2. */
    private static final Pattern HEADER_NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

    /** RFC 6265, section 4.1.1. */
    private static final Pattern COOKIE_VALUE = Pattern.compile("[!#-+\\--:<-\\[\\]-~]*");

    private CredentialReader() {}

    /** Returns null after a problem. */
    static @Nullable Credential read(ConfigurationNode node) {
        if (!node.isPresent()) {
            node.problem("is missing. Write credential: {type: none} if the vendor asks for nothing.");
            return null;
        }
        String type = node.at("type").text();
        if (type == null) {
            return null;
        }
        return switch (type) {
            case "none" -> node.isMappingOf("type") ? new Credential.None() : null;
            case "basic" -> basic(node);
            case "bearer" -> bearer(node);
            case "header" -> header(node);
            case "query" -> query(node);
            case "cookie" -> cookie(node);
            case "login" -> login(node);
            case "clientCredentials" -> clientCredentials(node);
            case "all" -> all(node);
            default -> {
                node.at("type")
                        .problem(
                                "must be basic, bearer, header, query, cookie, login, clientCredentials, all or none.");
                yield null;
            }
        };
    }

    private static @Nullable Credential basic(ConfigurationNode node) {
        node.isMappingOf("type", "username", "password");
        String username = node.at("username").secretText();
        String password = node.at("password").secretText();
        if (username != null && username.contains(":")) {
            // RFC 7617, section 2: the first colon ends the user name.
            node.at("username").problem("must not contain a colon.");
        }
        if (username == null || password == null) {
            return null;
        }
        if (username.isEmpty() && password.isEmpty()) {
            node.problem("username and password are both empty. One of them must hold the key.");
        }
        return new Credential.Basic(username, new Secret(password));
    }

    private static @Nullable Credential bearer(ConfigurationNode node) {
        node.isMappingOf("type", "token");
        Secret token = secret(node.at("token"));
        return token == null ? null : new Credential.Bearer(token);
    }

    private static @Nullable Credential header(ConfigurationNode node) {
        node.isMappingOf("type", "name", "value");
        String name = node.at("name").nonEmptyText();
        if (name != null && !HEADER_NAME.matcher(name).matches()) {
            node.at("name").problem("is no name of an HTTP header.");
        }
        Secret value = secret(node.at("value"));
        return name == null || value == null ? null : new Credential.Header(name, value);
    }

    private static @Nullable Credential query(ConfigurationNode node) {
        node.isMappingOf("type", "name", "value");
        String name = node.at("name").nonEmptyText();
        Secret value = secret(node.at("value"));
        return name == null || value == null ? null : new Credential.Query(name, value);
    }

    private static @Nullable Credential cookie(ConfigurationNode node) {
        node.isMappingOf("type", "name", "value");
        String name = node.at("name").nonEmptyText();
        if (name != null && !HEADER_NAME.matcher(name).matches()) {
            node.at("name").problem("is no name of a cookie.");
        }
        Secret value = secret(node.at("value"));
        if (value != null && !COOKIE_VALUE.matcher(value.reveal()).matches()) {
            node.at("value")
                    .problem("has characters that no cookie can carry, such as a blank, a comma or a semicolon.");
        }
        return name == null || value == null ? null : new Credential.Cookie(name, value);
    }

    private static @Nullable Credential login(ConfigurationNode node) {
        node.isMappingOf("type", "values", "recipe");
        Map<String, Secret> values = new LinkedHashMap<>();
        node.at("values").entries().forEach((name, value) -> {
            // An empty one is as good as any other: some log in with a name alone.
            String text = value.secretText();
            if (text != null) {
                values.put(name, new Secret(text));
            }
        });
        ConfigurationNode recipe = node.at("recipe");
        LoginRecipe own = recipe.isPresent() ? RecipeReader.read(recipe) : null;
        return recipe.isPresent() && own == null ? null : new Credential.Login(own, Map.copyOf(values), null);
    }

    private static @Nullable Credential clientCredentials(ConfigurationNode node) {
        node.isMappingOf("type", "clientId", "clientSecret", "tokenUrl", "scope", "audience", "sendAs");
        String clientId = node.at("clientId").nonEmptyText();
        Secret clientSecret = secret(node.at("clientSecret"));
        ConfigurationNode sendAs = node.at("sendAs");
        String way = sendAs.isPresent() ? sendAs.text() : "basic";
        if (way != null && !Set.of("basic", "post").contains(way)) {
            sendAs.problem("must be basic or post.");
        }
        String tokenUrl = optional(node.at("tokenUrl"));
        if (tokenUrl != null && !tokenUrl.matches("https?://[^/?#@\\s]+[^#\\s]*")) {
            node.at("tokenUrl").problem("must be an address such as https://login.example.com/oauth/token.");
        }
        if (clientId == null || clientSecret == null) {
            return null;
        }
        return new Credential.ClientCredentials(
                tokenUrl,
                clientId,
                clientSecret,
                "post".equals(way),
                optional(node.at("scope")),
                optional(node.at("audience")));
    }

    private static @Nullable String optional(ConfigurationNode node) {
        return node.isPresent() ? node.nonEmptyText() : null;
    }

    private static @Nullable Credential all(ConfigurationNode node) {
        node.isMappingOf("type", "of");
        if (node.at("of").items().isEmpty()) {
            node.at("of").problem("must list at least one credential.");
        }
        List<Credential> credentials = new ArrayList<>();
        for (ConfigurationNode item : node.at("of").items()) {
            Credential credential = read(item);
            if (credential != null) {
                credentials.add(credential);
            }
        }
        return new Credential.All(List.copyOf(credentials));
    }

    private static @Nullable Secret secret(ConfigurationNode node) {
        String text = node.secretText();
        if (text != null && text.isBlank()) {
            node.problem("is empty.");
            return null;
        }
        return text == null ? null : new Secret(text);
    }
}
