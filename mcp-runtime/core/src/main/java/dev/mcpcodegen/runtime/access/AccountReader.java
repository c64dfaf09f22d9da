package dev.mcpcodegen.runtime.access;

import dev.mcpcodegen.runtime.access.StaticGrants.AccountEntry;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads an account from its configuration. */
final class AccountReader {

    private AccountReader() {}

    /** Returns null after a problem. */
    static @Nullable AccountEntry read(String id, ConfigurationNode node) {
        if (!node.isMappingOf("tenant", "integration", "baseUrl", "servers", "allowPrivateAddress", "credential")) {
            return null;
        }
        String tenant = node.at("tenant").nonEmptyText();
        String integration = node.at("integration").nonEmptyText();
        boolean allowPrivateAddress = node.at("allowPrivateAddress").flag();
        String baseUrl = node.at("baseUrl").isPresent() ? url(node.at("baseUrl"), allowPrivateAddress) : null;
        Map<String, String> servers = new LinkedHashMap<>();
        node.at("servers").entries().forEach((name, server) -> {
            String url = url(server, allowPrivateAddress);
            if (url != null) {
                servers.put(name, url);
            }
        });
        Credential credential = CredentialReader.read(node.at("credential"));
        if (tenant == null || integration == null || credential == null) {
            return null;
        }
        if (credential instanceof Credential.ClientCredentials client
                && client.tokenUrl() != null
                && client.tokenUrl().startsWith("http:")
                && !allowPrivateAddress) {
            node.at("credential").at("tokenUrl").problem("http would send the secret unencrypted. Use https.");
        }
        Account account = new Account(tenant, id, integration, baseUrl, Map.copyOf(servers), allowPrivateAddress);
        return new AccountEntry(node.place(), account, credential);
    }

    private static @Nullable String url(ConfigurationNode node, boolean allowPrivateAddress) {
        String text = node.nonEmptyText();
        URI uri = text == null ? null : uri(text);
        if (text == null) {
            return null;
        }
        if (uri == null
                || uri.getHost() == null
                || !Set.of("http", "https").contains(String.valueOf(uri.getScheme()))) {
            node.problem("must be an address such as https://api.example.com/v1.");
        } else if (uri.getRawUserInfo() != null || uri.getRawQuery() != null || uri.getRawFragment() != null) {
            node.problem("must have no user, query or fragment. Credentials go to credential.");
        } else if (uri.getScheme().equals("http") && !allowPrivateAddress) {
            node.problem(
                    "http would send the credential unencrypted. Use https, or set allowPrivateAddress: true for a host in your"
                            + " own network.");
        }
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }

    private static @Nullable URI uri(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            return null;
        }
    }
}
