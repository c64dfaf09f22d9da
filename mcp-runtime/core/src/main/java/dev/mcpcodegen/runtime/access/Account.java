package dev.mcpcodegen.runtime.access;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One customer's connection to one vendor.
 *
 * @param tenant the customer
 * @param id unique within the tenant
 * @param integration the name of the integration whose tools work in this account
 * @param baseUrl where the vendor's API is for this account; null for the integration's own
 * @param servers where further servers of the integration are for this account, by their names; the integration's own for all others
 * @param allowPrivateAddress whether the vendor may be at a loopback or private network address
 */
public record Account(
        String tenant,
        String id,
        String integration,
        @Nullable String baseUrl,
        Map<String, String> servers,
        boolean allowPrivateAddress) {

    /** An account for which all further servers are where the integration says. */
    public Account(
            String tenant, String id, String integration, @Nullable String baseUrl, boolean allowPrivateAddress) {
        this(tenant, id, integration, baseUrl, Map.of(), allowPrivateAddress);
    }
}
