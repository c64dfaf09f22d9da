package dev.mcpcodegen.codegen.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mcpcodegen.codegen.diagnostic.DocumentScope;
import dev.mcpcodegen.codegen.model.SecurityModel.Scheme;
import dev.mcpcodegen.codegen.openapi.DocumentTree.Place;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Parameters that carry the credential which a security scheme supplies: the runtime sends it, a caller must not. What merely looks like
 * one stays an argument, for without it the call would fail.
 */
final class Credentials {

    /** Names of an API key, without hyphens and underscores. */
    private static final Set<String> KEYS = Set.of("apikey", "xapikey");

    /** Names of a bearer token (RFC 6750, section 2, and its variants). */
    private static final Set<String> TOKENS = Set.of(
            "authorization",
            "xauthorization",
            "accesstoken",
            "xaccesstoken",
            "authtoken",
            "xauthtoken",
            "bearertoken",
            "oauthtoken");

    /** A token may be many things; one whose description begins so is a credential. */
    private static final Pattern ABOUT_ACCESS = Pattern.compile(
            "(?i)\\W*((an?|the|your|valid|user) )*(o?auth2?|authentication|authorization|access|bearer|api)[ -](token|key)\\b.*",
            Pattern.DOTALL);

    /** Where credentials are what the operation is about. */
    private static final Pattern ABOUT_TOKENS = Pattern.compile("(?i).*(token|oauth|introspect|api[-_]?key).*");

    private final Set<String> ofSchemes = new HashSet<>();
    private final Set<String> names = new HashSet<>();
    private final boolean schemesExist;

    /** Whether the schemes are only inferred from parameters, so that some of these may be something else. */
    private final boolean detected;

    private final DocumentScope problems;
    private final Set<String> told = new HashSet<>();

    /** Reads which parameters are meant by schemes that are declared, or by those that were detected in parameters. */
    Credentials(List<Scheme> schemes, boolean detected, DocumentScope problems) {
        this.schemesExist = !schemes.isEmpty();
        this.detected = detected;
        this.problems = problems;
        for (Scheme scheme : schemes) {
            switch (scheme.kind()) {
                case API_KEY -> {
                    if (!detected) {
                        names.add(bare(scheme.parameter()));
                        names.addAll(KEYS);
                    }
                    ofSchemes.add(key(scheme.in(), scheme.parameter()));
                }
                case HTTP, OAUTH2, OPEN_ID_CONNECT -> names.addAll(TOKENS);
                case MUTUAL_TLS -> {}
            }
        }
    }

    /** Whether a parameter of a document without any security scheme is the API's credential by its name. */
    static boolean looksLikeOne(JsonNode parameter, String path) {
        String in = parameter.path("in").asText();
        String name = bare(parameter.path("name").asText());
        return (in.equals("query") || in.equals("header"))
                && !isAboutTokens(path)
                && (KEYS.contains(name) || TOKENS.contains(name));
    }

    /**
     * Whether a parameter stands for the credential of an operation.
     *
     * @param secured whether the operation wants one
     */
    boolean include(Place parameter, String path, boolean secured) {
        JsonNode node = parameter.node();
        String in = node.path("in").asText();
        String name = node.path("name").asText();
        if (ofSchemes.contains(key(in, name)) && !(detected && isAboutTokens(path))) {
            return true;
        }
        boolean open = schemesExist && !secured;
        boolean included = !in.equals("path")
                && !open
                && !isAboutTokens(path)
                && (names.contains(bare(name)) || (secured && isToken(name, node)));
        if (included) {
            tell(parameter, in, name);
        }
        return included;
    }

    /**
     * Whether a property of a body stands for the credential of an operation. What belongs to a resource of the API never does: only what
     * is declared for this one operation can.
     */
    boolean includeProperty(String name, Place property, Place operation, String path, boolean secured) {
        boolean included = secured
                && schemesExist
                && property.pointer().startsWith(operation.pointer() + "/")
                && !property.node().path("readOnly").asBoolean(false)
                && !isAboutTokens(path)
                && isToken(name, property.node());
        if (included) {
            tell(property, "body", name);
        }
        return included;
    }

    private static boolean isToken(String name, JsonNode node) {
        return name.equalsIgnoreCase("token")
                && ABOUT_ACCESS.matcher(node.path("description").asText("")).matches();
    }

    private static boolean isAboutTokens(String path) {
        return ABOUT_TOKENS.matcher(path).matches();
    }

    private void tell(Place place, String in, String name) {
        if (told.add(key(in, name))) {
            problems.at(place.pointer())
                    .info(
                            "\"" + name + "\" (" + in + ") carries the credential, so it is no argument.",
                            "The account's credential is sent in its place; configure it with that account.");
        }
    }

    private static String bare(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[-_ ]", "");
    }

    static String key(String in, String name) {
        return in + " " + (in.equals("header") ? name.toLowerCase(Locale.ROOT) : name);
    }
}
