package dev.mcpcodegen.codegen.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mcpcodegen.codegen.diagnostic.DocumentScope;
import dev.mcpcodegen.codegen.model.SecurityModel.Kind;
import dev.mcpcodegen.codegen.model.SecurityModel.Scheme;
import dev.mcpcodegen.codegen.openapi.DocumentTree.Place;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Parameters that carry a credential: the runtime supplies them, a caller must not. Those that a security scheme names, and those that
 * are one in all but name.
 */
final class Credentials {

    /** Names that mean nothing else, without hyphens and underscores. */
    private static final Set<String> NAMES = Set.of(
            "authorization",
            "proxyauthorization",
            "xauthorization",
            "apikey",
            "xapikey",
            "accesstoken",
            "xaccesstoken",
            "authtoken",
            "xauthtoken",
            "bearertoken");

    /** A token may be many things; one that is described so is a credential. */
    private static final Pattern ABOUT_ACCESS = Pattern.compile(
            "(?i).*(authentic|authoriz|authoris|access token|api (key|token)|bearer|scope).*", Pattern.DOTALL);

    private final Set<String> ofSchemes = new HashSet<>();
    private final boolean schemesExist;
    private final DocumentScope problems;
    private final Set<String> told = new HashSet<>();

    Credentials(List<Scheme> schemes, DocumentScope problems) {
        this.schemesExist = !schemes.isEmpty();
        this.problems = problems;
        for (Scheme scheme : schemes) {
            if (scheme.kind() == Kind.API_KEY) {
                ofSchemes.add(bare(scheme.parameter()));
                ofSchemes.add(key(scheme.in(), scheme.parameter()));
            }
        }
    }

    /**
     * Whether a parameter stands for a credential.
     *
     * @param secured whether the operation wants one
     */
    boolean include(Place parameter, boolean secured) {
        JsonNode node = parameter.node();
        String in = node.path("in").asText();
        String name = node.path("name").asText();
        if (ofSchemes.contains(key(in, name))) {
            return true;
        }
        boolean open = schemesExist && !secured;
        boolean included = !in.equals("path")
                && !open
                && (NAMES.contains(bare(name)) || ofSchemes.contains(bare(name)) || isToken(name, node, secured));
        if (included) {
            tell(parameter, in, name);
        }
        return included;
    }

    /** Whether a property of a body stands for a credential. */
    boolean includeProperty(String name, Place property, boolean secured) {
        boolean included = secured && schemesExist && isToken(name, property.node(), true);
        if (included) {
            tell(property, "body", name);
        }
        return included;
    }

    private static boolean isToken(String name, JsonNode node, boolean secured) {
        return secured
                && name.equalsIgnoreCase("token")
                && ABOUT_ACCESS.matcher(node.path("description").asText("")).matches();
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

    private static String key(String in, String name) {
        return in + " " + (in.equals("header") ? name.toLowerCase(Locale.ROOT) : name);
    }
}
