package dev.mcpcodegen.it.corpus.confirm;

import dev.mcpcodegen.it.corpus.raw.RawOperation;
import dev.mcpcodegen.it.corpus.raw.RawParameter;
import dev.mcpcodegen.it.corpus.raw.RawPlace;
import dev.mcpcodegen.runtime.tool.SecurityScheme;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The parameters of an operation whose values do not come from the caller: credentials, paging, and what HTTP says elsewhere. */
final class Supplied {

    /** As parameters these count for nothing: other parts of a description say them (OpenAPI, Parameter Object), or HTTP does. */
    private static final Set<String> IGNORED_HEADERS = Set.of(
            "accept",
            "accept-encoding",
            "authorization",
            "connection",
            "content-length",
            "content-type",
            "cookie",
            "host");

    /** What an API that demands a credential calls it where it does not use a security scheme. */
    private static final Pattern CREDENTIAL =
            Pattern.compile("^(?:x-)?(?:access|auth|api|bearer)?[_-]?(?:token|key)$", Pattern.CASE_INSENSITIVE);

    private static final Pattern NAMED_ONE = Pattern.compile(
            "(?:x-)?(?:authorization|(?:access|auth|api|bearer|oauth)[_-]?(?:token|key))", Pattern.CASE_INSENSITIVE);

    private static final Pattern PAGING = Pattern.compile(
            "page|pagina|cursor|before|after|offset|marker|limit|start|token|skip|count|size|^top$",
            Pattern.CASE_INSENSITIVE);

    private final ToolReport report;
    private final boolean secured;
    private final Set<String> credentials = new HashSet<>();

    /** @param provided what the generated integration can send as a credential, whatever the document declares */
    Supplied(RawOperation operation, ToolReport report, List<SecurityScheme> provided) {
        this.report = report;
        RawPlace own = operation.place().get("security");
        RawPlace security = own.isPresent() ? own : operation.api().root().get("security");
        this.secured = !security.node().isEmpty();
        RawPlace root = operation.api().root();
        RawPlace schemes = operation.api().isSwagger()
                ? root.get("securityDefinitions")
                : root.get("components").get("securitySchemes");
        if (schemes.node().isEmpty()) {
            // Of a document that declares no scheme only what is a credential by its name may have become one.
            for (SecurityScheme scheme : provided) {
                if (scheme instanceof SecurityScheme.ApiKey apiKey
                        && NAMED_ONE.matcher(apiKey.parameter()).matches()) {
                    credentials.add(key(apiKey.in().name().toLowerCase(Locale.ROOT), apiKey.parameter()));
                }
            }
        }
        for (String name : schemes.node().propertyNames()) {
            RawPlace scheme = operation.api().files().follow(schemes.get(name));
            if (scheme.text("type").equals("apiKey")) {
                credentials.add(key(scheme.text("in"), scheme.text("name")));
            }
        }
    }

    boolean includes(RawParameter parameter) {
        return isIgnored(parameter.in(), parameter.name())
                || credentials.contains(key(parameter.in(), parameter.name()))
                || isCredential(parameter.name())
                || isPaging(parameter.name());
    }

    /** Whether an operation that demands a credential takes it under this name. */
    boolean isCredential(String name) {
        return secured && CREDENTIAL.matcher(name).matches();
    }

    /** Whether the runtime pages with it, or hides it because it pages: cursors that lead back, switches of the style. */
    boolean isPaging(String name) {
        boolean pages = !report.paging().isEmpty() && !report.paging().contains("unpaged");
        return report.paging().contains(name) || (pages && PAGING.matcher(name).find());
    }

    static boolean isIgnored(String in, String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return in.equals("header") && (IGNORED_HEADERS.contains(lower) || lower.startsWith("x-forwarded-"));
    }

    private static String key(String in, String name) {
        return in + " " + name.toLowerCase(Locale.ROOT);
    }
}
