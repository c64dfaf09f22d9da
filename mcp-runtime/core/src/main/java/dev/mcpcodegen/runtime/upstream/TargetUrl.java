package dev.mcpcodegen.runtime.upstream;

import dev.mcpcodegen.runtime.access.Account;
import dev.mcpcodegen.runtime.tool.Integration;
import dev.mcpcodegen.runtime.tool.ToolDescriptor;
import dev.mcpcodegen.runtime.tool.ToolError;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Joins the address of a vendor's API and the target of one request, byte for byte. Pure. */
final class TargetUrl {

    private TargetUrl() {}

    /**
     * Returns where the request goes.
     *
     * @param target path and query, percent-encoded, beginning with a slash
     * @throws UpstreamFailure if the account's address is unusable, or the target would lead elsewhere; the message does not repeat
     *     either, because a query may hold an API key
     */
    static URI of(Integration integration, Account account, ToolDescriptor tool, String target) {
        return of(integration, account, tool.server().orElse(null), target);
    }

    /**
     * Returns where a request to a server goes.
     *
     * @param server its name; null for the API itself
     * @param target as above
     * @throws UpstreamFailure as above
     */
    static URI of(Integration integration, Account account, @Nullable String server, String target) {
        URI base = base(integration, account, server);
        if (!target.startsWith("/")) {
            throw unusable(integration, "its request has no path");
        }
        URI uri = parse(integration, strip(base.toString()) + target);
        if (!Objects.equals(uri.getRawAuthority(), base.getRawAuthority()) || uri.getRawFragment() != null) {
            throw unusable(integration, "its request leads to another host");
        }
        return uri;
    }

    /**
     * Returns where the account's API is for a tool.
     *
     * @throws UpstreamFailure if the configured address is unusable
     */
    static URI base(Integration integration, Account account, ToolDescriptor tool) {
        return base(integration, account, tool.server().orElse(null));
    }

    private static URI base(Integration integration, Account account, @Nullable String server) {
        if (server == null) {
            return plain(integration, account, api(integration, account));
        }
        String url = account.servers().containsKey(server)
                ? account.servers().get(server)
                : integration.servers().getOrDefault(server, "");
        return onHost(integration, account, strip(url));
    }

    /**
     * Returns an address that stands for itself, such as that of a token endpoint; one that begins with a slash is on the host of the API.
     *
     * @throws UpstreamFailure if it is unusable
     */
    static URI absolute(Integration integration, Account account, String url) {
        int query = url.indexOf('?');
        URI address = onHost(integration, account, query < 0 ? url : url.substring(0, query));
        return query < 0 ? address : parse(integration, address + url.substring(query));
    }

    private static URI onHost(Integration integration, Account account, String url) {
        if (!url.startsWith("/")) {
            return plain(integration, account, url);
        }
        URI api = plain(integration, account, api(integration, account));
        return plain(integration, account, api.getScheme() + "://" + api.getRawAuthority() + url);
    }

    private static String api(Integration integration, Account account) {
        return account.baseUrl() != null ? account.baseUrl() : integration.baseUrl();
    }

    private static URI plain(Integration integration, Account account, String configured) {
        if (configured.isEmpty()) {
            throw unusable(integration, "no base URL is configured for the account");
        }
        URI base = parse(integration, configured);
        if (base.getHost() == null
                || base.getRawUserInfo() != null
                || base.getRawQuery() != null
                || base.getRawFragment() != null) {
            throw unusable(integration, "the base URL of the account is not a plain URL");
        }
        if (!isAllowed(base, account.allowPrivateAddress())) {
            throw unusable(
                    integration,
                    "the base URL of the account is not https, which it may only be with allowPrivateAddress: true");
        }
        return base;
    }

    /** Whether the scheme may be used: plain HTTP is for private networks only. */
    static boolean isAllowed(URI uri, boolean allowPrivateAddress) {
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        return scheme.equals("https") || (scheme.equals("http") && allowPrivateAddress);
    }

    private static URI parse(Integration integration, String url) {
        try {
            return new URI(url);
        } catch (URISyntaxException e) {
            throw unusable(integration, "its URL is malformed");
        }
    }

    private static String strip(String base) {
        return base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
    }

    private static UpstreamFailure unusable(Integration integration, String why) {
        return UpstreamFailure.gateway(
                ToolError.Kind.INTERNAL,
                integration.displayName() + " was not called: " + why
                        + ". Repeating the call does not help; the operator of this server has to correct it.");
    }
}
