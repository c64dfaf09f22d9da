package dev.mcpcodegen.runtime.access;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the credential of an account from its configuration. */
final class CredentialReader {

    /** RFC 9110, section 5.6.2. */
    private static final Pattern HEADER_NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

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
            case "all" -> all(node);
            default -> {
                node.at("type").problem("must be basic, bearer, header, query, all or none.");
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
