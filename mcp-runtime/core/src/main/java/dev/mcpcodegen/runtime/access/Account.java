package dev.mcpcodegen.runtime.access;

import org.jspecify.annotations.Nullable;

/**
 * One customer's connection to one vendor.
 *
 * @param tenant the customer
 * @param id unique within the tenant
 * @param integration the name of the integration whose tools work in this account
 * @param baseUrl where the vendor's API is for this account; null for the integration's own
 * @param allowPrivateAddress whether the vendor may be at a loopback or private network address
 */
public record Account(
        String tenant,
        String id,
        String integration,
        @Nullable String baseUrl,
        boolean allowPrivateAddress) {}
