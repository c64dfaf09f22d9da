package dev.mcpcodegen.runtime.access;

import dev.mcpcodegen.runtime.tool.Integration;
import dev.mcpcodegen.runtime.tool.Tool;
import dev.mcpcodegen.runtime.tool.UpstreamTool;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The grants and credentials of {@code mcp.yaml}, fixed until the next start. Immutable; keeps no token, only hashes. */
public final class StaticGrants implements GrantSource, CredentialSource {

    private final List<AccountEntry> accounts;
    private final List<GrantEntry> grants;
    private final Map<TokenHash, Grant> byUrlToken = new HashMap<>();
    private final Map<TokenHash, Grant> byBearer = new HashMap<>();
    private final Map<Account, Credential> credentials = new HashMap<>();
    private final Map<String, Credential> ownCredentials = new HashMap<>();

    StaticGrants(List<AccountEntry> accounts, List<GrantEntry> grants) {
        this.accounts = List.copyOf(accounts);
        this.grants = List.copyOf(grants);
        this.accounts.forEach(entry -> credentials.put(entry.account(), entry.credential()));
        for (GrantEntry entry : this.grants) {
            (entry.inUrl() ? byUrlToken : byBearer).put(entry.token(), entry.grant());
            if (entry.credential() != null) {
                ownCredentials.put(entry.grant().id(), entry.credential());
            }
        }
    }

    /** An account as configured; {@code place} is its file and path, for messages. */
    record AccountEntry(String place, Account account, Credential credential) {}

    /**
     * A grant as configured.
     *
     * @param inUrl whether its token is presented in the URL, or in the Authorization header
     * @param credential a person's own; null for the account's
     */
    record GrantEntry(
            String place,
            Grant grant,
            TokenHash token,
            boolean inUrl,
            @Nullable Credential credential) {}

    /** Knows nobody; for a runtime that has other sources of grants. */
    public static StaticGrants none() {
        return new StaticGrants(List.of(), List.of());
    }

    @Override
    public CompletionStage<Optional<Grant>> find(Caller caller) {
        return CompletableFuture.completedFuture(
                caller.urlToken() != null
                        ? Optional.ofNullable(byUrlToken.get(TokenHash.of(caller.urlToken())))
                        : Optional.ofNullable(caller.bearer()).map(token -> byBearer.get(TokenHash.of(token))));
    }

    @Override
    public CompletionStage<Optional<Grant>> find(String tenant, String grantId) {
        return CompletableFuture.completedFuture(grants.stream()
                .map(GrantEntry::grant)
                .filter(grant ->
                        grant.id().equals(grantId) && grant.account().tenant().equals(tenant))
                .findFirst());
    }

    @Override
    public CompletionStage<Credential> credential(Grant grant) {
        Credential own = ownCredentials.get(grant.id());
        Credential credential = own != null ? own : credentials.get(grant.account());
        return credential != null
                ? CompletableFuture.completedFuture(credential)
                : CompletableFuture.failedFuture(new CredentialUnavailableException("The account \""
                        + grant.account().id() + "\" has no credential. The operator must configure it."));
    }

    /** All grants, in the order of the file. */
    public List<Grant> grants() {
        return grants.stream().map(GrantEntry::grant).toList();
    }

    /**
     * Returns a secret that nodes with the same configuration agree on, for signing what is handed to callers. It rests on the
     * vendors' credentials too, because hashes of tokens may be written in the open.
     */
    public Secret sharedSecret() {
        MessageDigest digest = TokenHash.sha256();
        Stream.concat(
                        grants.stream().map(entry -> entry.token().hex()),
                        accounts.stream().flatMap(entry -> secrets(entry.credential())))
                .map(secret -> TokenHash.of(secret).hex())
                .sorted()
                .forEach(hash -> digest.update(hash.getBytes(StandardCharsets.US_ASCII)));
        return new Secret(HexFormat.of().formatHex(digest.digest()));
    }

    /** Holds the configuration against the integrations that are deployed; returns every problem with its place and cure. */
    public List<String> validate(List<Integration> integrations) {
        Map<String, Integration> byName =
                integrations.stream().collect(Collectors.toMap(Integration::name, Function.identity()));
        List<String> problems = new ArrayList<>();
        for (AccountEntry entry : accounts) {
            Integration integration = byName.get(entry.account().integration());
            if (integration == null) {
                problems.add(entry.place() + ".integration: there is no integration \""
                        + entry.account().integration() + "\". Deployed: "
                        + listed(integrations.stream().map(Integration::name)) + ".");
            } else if (entry.account().baseUrl() == null
                    && integration.baseUrl().isEmpty()
                    && integration.tools().stream().anyMatch(UpstreamTool.class::isInstance)) {
                problems.add(entry.place() + ".baseUrl: is missing, and " + integration.displayName()
                        + " has no address of its own. Write where its API is.");
            }
        }
        for (GrantEntry entry : grants) {
            Integration integration = byName.get(entry.grant().account().integration());
            if (integration != null) {
                problems.addAll(problems(entry, integration));
                problems.addAll(CredentialCheck.ofGrant(entry, account(entry), integration));
            }
        }
        // Grants of one account share what is wrong with its credential.
        return problems.stream().distinct().toList();
    }

    private AccountEntry account(GrantEntry entry) {
        return accounts.stream()
                .filter(account -> account.account().equals(entry.grant().account()))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> problems(GrantEntry entry, Integration integration) {
        List<String> problems = new ArrayList<>();
        Grant grant = entry.grant();
        if (integration.personOnly() && !(grant.subject() instanceof Subject.Person)) {
            problems.add(entry.place() + ".subject: " + integration.displayName()
                    + " is used by persons only. Write subject: {type: person, id: ...}.");
        }
        if (integration.tools().stream().noneMatch(tool -> grant.capability().permits(tool.descriptor()))) {
            problems.add(entry.place() + ": its methods and tags leave no tool of " + integration.displayName()
                    + ". Methods there: " + listed(methods(integration)) + ". Tags there: " + listed(tags(integration))
                    + ".");
        }
        return problems;
    }

    private static Stream<String> methods(Integration integration) {
        return integration.tools().stream()
                .map(Tool::descriptor)
                .map(descriptor -> descriptor.method())
                .sorted();
    }

    private static Stream<String> tags(Integration integration) {
        return integration.tools().stream()
                .flatMap(tool -> tool.descriptor().tags().stream())
                .sorted();
    }

    private static String listed(Stream<String> names) {
        String list = names.distinct().collect(Collectors.joining(", "));
        return list.isEmpty() ? "none" : list;
    }

    private static Stream<String> secrets(Credential credential) {
        if (credential instanceof Credential.Basic basic) {
            return Stream.of(basic.username() + ":" + basic.password().reveal());
        }
        if (credential instanceof Credential.Bearer bearer) {
            return Stream.of(bearer.token().reveal());
        }
        if (credential instanceof Credential.Header header) {
            return Stream.of(header.value().reveal());
        }
        if (credential instanceof Credential.Query query) {
            return Stream.of(query.value().reveal());
        }
        if (credential instanceof Credential.Cookie cookie) {
            return Stream.of(cookie.value().reveal());
        }
        if (credential instanceof Credential.Login login) {
            return login.values().values().stream().map(Secret::reveal);
        }
        if (credential instanceof Credential.ClientCredentials client) {
            return Stream.of(client.clientSecret().reveal());
        }
        return credential instanceof Credential.All all
                ? all.credentials().stream().flatMap(StaticGrants::secrets)
                : Stream.empty();
    }

    @Override
    public String toString() {
        return "StaticGrants[" + accounts.size() + " accounts, " + grants.size() + " grants]";
    }
}
