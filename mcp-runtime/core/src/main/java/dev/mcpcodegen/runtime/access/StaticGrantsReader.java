package dev.mcpcodegen.runtime.access;

import dev.mcpcodegen.runtime.access.StaticGrants.AccountEntry;
import dev.mcpcodegen.runtime.access.StaticGrants.GrantEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLParser;

/** Reads {@code mcp.yaml}. Tells all problems at once, each with file, place and cure, and never shows a value. */
public final class StaticGrantsReader {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private static final int MIN_TOKEN_LENGTH = 16;
    /** What a URL carries without escapes (RFC 3986, section 2.3). */
    private static final Pattern IN_URL = Pattern.compile("[A-Za-z0-9._~-]+");

    /** {@code b64token} (RFC 6750, section 2.1). */
    private static final Pattern IN_HEADER = Pattern.compile("[A-Za-z0-9._~+/-]+=*");

    private static final Pattern SHA256 = Pattern.compile("[0-9a-fA-F]{64}");

    private final Function<String, @Nullable String> variables;

    /** Replaces {@code ${NAME}} by what {@code variables} says; null is an error. */
    public StaticGrantsReader(Function<String, @Nullable String> variables) {
        this.variables = variables;
    }

    /**
     * Reads a file.
     *
     * @throws ConfigurationException if the file is missing, or anything in it is wrong
     */
    public StaticGrants read(Path file) {
        try {
            return read(Files.readString(file), file.toString());
        } catch (NoSuchFileException e) {
            throw new ConfigurationException(List.of(
                    file + ": there is no such file. Create it, or name another one with MCP_CONFIG or MCP_HOME."));
        } catch (IOException e) {
            throw new ConfigurationException(List.of(file + ": cannot be read ("
                    + e.getClass().getSimpleName() + "). Make it a UTF-8 file that this process may read."));
        }
    }

    StaticGrants read(String yaml, String file) {
        ConfigurationNode root = ConfigurationNode.root(file, tree(yaml, file), variables);
        List<AccountEntry> accounts = List.of();
        List<GrantEntry> grants = List.of();
        if (root.isMappingOf("accounts", "grants")) {
            Map<String, @Nullable AccountEntry> byId = new LinkedHashMap<>();
            root.at("accounts").entries().forEach((id, node) -> byId.put(id, AccountReader.read(id, node)));
            grants = grants(root.at("grants").items(), byId);
            accounts = new ArrayList<>(byId.values());
        }
        if (!root.problems().isEmpty()) {
            throw new ConfigurationException(root.problems());
        }
        return new StaticGrants(accounts, grants);
    }

    private static JsonNode tree(String yaml, String file) {
        try {
            refuseAliases(yaml, file);
            return YAML.readTree(yaml);
        } catch (JacksonException e) {
            // The exception's own message quotes the line, which may hold a secret; so it is no cause either.
            String line =
                    e.getLocation() == null ? "" : ", line " + e.getLocation().getLineNr();
            throw new ConfigurationException(
                    List.of(
                            file + line
                                    + ": not valid YAML, or a key that stands twice. Check indentation, quotes and colons there and just above."));
        }
    }

    /** The tree would hold the alias's name in place of what it stands for: as a token, say. */
    private static void refuseAliases(String yaml, String file) {
        try (JsonParser parser = YAML.createParser(yaml)) {
            while (parser.nextToken() != null) {
                if (parser instanceof YAMLParser events && events.isCurrentAlias()) {
                    int line = parser.currentTokenLocation().getLineNr();
                    throw new ConfigurationException(List.of(file + ", line " + line
                            + ": aliases (*name) are not supported. Write the value out, or use a ${VARIABLE}."));
                }
            }
        }
    }

    private static List<GrantEntry> grants(
            List<ConfigurationNode> nodes, Map<String, @Nullable AccountEntry> accounts) {
        List<GrantEntry> grants = new ArrayList<>();
        Set<String> ids = new LinkedHashSet<>();
        Map<TokenHash, String> tokens = new HashMap<>();
        for (ConfigurationNode node : nodes) {
            GrantEntry entry = grant(node, accounts);
            if (entry == null) {
                continue;
            }
            if (!ids.add(entry.grant().id())) {
                node.at("id").problem("\"" + entry.grant().id() + "\" stands twice. Give every grant its own id.");
            }
            String twin = tokens.putIfAbsent(entry.token(), entry.grant().id());
            if (twin != null) {
                node.problem("has the same token as the grant \"" + twin + "\". Give every grant its own.");
            }
            grants.add(entry);
        }
        return grants;
    }

    private static @Nullable GrantEntry grant(ConfigurationNode node, Map<String, @Nullable AccountEntry> accounts) {
        if (!node.isMappingOf(
                "id",
                "account",
                "token",
                "tokenSha256",
                "present",
                "subject",
                "credential",
                "methods",
                "tags",
                "expiresAt",
                "upstream429")) {
            return null;
        }
        String id = node.at("id").nonEmptyText();
        AccountEntry account = accountOf(node.at("account"), accounts);
        boolean inUrl = isInUrl(node.at("present"));
        TokenHash token = token(node, inUrl ? IN_URL : IN_HEADER);
        Subject subject = subject(node.at("subject"), id == null ? "" : id);
        Capability capability = new Capability(words(node.at("methods")), words(node.at("tags")));
        Instant expiresAt = node.at("expiresAt").isPresent() ? instant(node.at("expiresAt")) : null;
        if (id == null || account == null || token == null || subject == null) {
            return null;
        }
        Grant grant =
                new Grant(id, account.account(), subject, capability, expiresAt, upstream429(node.at("upstream429")));
        return new GrantEntry(
                node.place(), grant, token, inUrl, ownCredential(node.at("credential"), subject, account));
    }

    /** A person's own credential; what their login does not say is what the account's login says. Null where there is none. */
    private static @Nullable Credential ownCredential(ConfigurationNode node, Subject subject, AccountEntry account) {
        if (!node.isPresent()) {
            return null;
        }
        if (!(subject instanceof Subject.Person person)) {
            node.problem(
                    "only a person has one of its own. Write subject: {type: person, id: ...}, or move it to the account.");
            return null;
        }
        Credential own = CredentialReader.read(node);
        return own == null ? null : PersonalLogin.of(own, account.credential(), person.id());
    }

    private static @Nullable AccountEntry accountOf(
            ConfigurationNode node, Map<String, @Nullable AccountEntry> accounts) {
        String id = node.nonEmptyText();
        if (id != null && !accounts.containsKey(id)) {
            String known = accounts.isEmpty() ? "none" : String.join(", ", accounts.keySet());
            node.problem("there is no account \"" + id + "\" under accounts. There: " + known + ".");
        }
        return id == null ? null : accounts.get(id);
    }

    private static @Nullable TokenHash token(ConfigurationNode grant, Pattern allowed) {
        ConfigurationNode plain = grant.at("token");
        ConfigurationNode hashed = grant.at("tokenSha256");
        if (plain.isPresent() == hashed.isPresent()) {
            grant.problem("must have either token or tokenSha256. Make a token with: openssl rand -hex 32");
            return null;
        }
        String text = plain.isPresent() ? plain.secretText() : hashed.text();
        if (text == null) {
            return null;
        }
        if (plain.isPresent() && text.length() < MIN_TOKEN_LENGTH) {
            plain.problem("shorter than " + MIN_TOKEN_LENGTH + " characters. Make one with: openssl rand -hex 32");
            return null;
        }
        if (plain.isPresent() && !allowed.matcher(text).matches()) {
            plain.problem(
                    "has characters that cannot stand where it is presented. Make one with: openssl rand -hex 32");
            return null;
        }
        if (hashed.isPresent() && !SHA256.matcher(text).matches()) {
            hashed.problem("must be the SHA-256 of the token, 64 hexadecimal digits.");
            return null;
        }
        return plain.isPresent() ? TokenHash.of(text) : TokenHash.ofHex(text);
    }

    private static Upstream429 upstream429(ConfigurationNode node) {
        String told = node.isPresent() ? node.text() : "tool-error";
        if (told != null && !Set.of("tool-error", "http-429").contains(told)) {
            node.problem("must be tool-error or http-429.");
        }
        return "http-429".equals(told) ? Upstream429.HTTP_429 : Upstream429.TOOL_ERROR;
    }

    private static boolean isInUrl(ConfigurationNode node) {
        String present = node.isPresent() ? node.text() : "url";
        if (present != null && !Set.of("url", "header").contains(present)) {
            node.problem("must be url or header.");
        }
        return "url".equals(present);
    }

    private static @Nullable Subject subject(ConfigurationNode node, String grantId) {
        if (!node.isPresent()) {
            return new Subject.Server(grantId);
        }
        if (!node.isMappingOf("type", "id")) {
            return null;
        }
        String type = node.at("type").text();
        if (type == null || (type.equals("server") && !node.at("id").isPresent())) {
            return type == null ? null : new Subject.Server(grantId);
        }
        String id = node.at("id").nonEmptyText();
        if (id == null) {
            return null;
        }
        return switch (type) {
            case "server" -> new Subject.Server(id);
            case "person" -> new Subject.Person(id);
            case "machine" -> new Subject.Machine(id);
            default -> {
                node.at("type").problem("must be server, person or machine.");
                yield null;
            }
        };
    }

    private static Set<String> words(ConfigurationNode list) {
        Set<String> words = new LinkedHashSet<>();
        for (ConfigurationNode item : list.items()) {
            String word = item.nonEmptyText();
            if (word != null) {
                words.add(word);
            }
        }
        return words;
    }

    private static @Nullable Instant instant(ConfigurationNode node) {
        String text = node.nonEmptyText();
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeException e) {
            node.problem("must be a moment such as 2027-01-01T00:00:00Z.");
            return null;
        }
    }
}
