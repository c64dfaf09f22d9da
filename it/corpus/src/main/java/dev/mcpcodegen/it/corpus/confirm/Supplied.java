package dev.mcpcodegen.it.corpus.confirm;

import dev.mcpcodegen.it.corpus.raw.RawOperation;
import dev.mcpcodegen.it.corpus.raw.RawParameter;
import dev.mcpcodegen.it.corpus.raw.RawPlace;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The parameters of an operation whose values do not come from the caller: credentials, paging, and what HTTP says elsewhere. */
final class Supplied {

    /** As parameters these count for nothing: other parts of a description say them (OpenAPI, Parameter Object). */
    private static final Set<String> IGNORED_HEADERS = Set.of("accept", "content-type", "authorization");

    private static final Pattern PAGING = Pattern.compile(
            "page|pagina|cursor|before|after|offset|marker|limit|start|token|skip|count|size|^top$",
            Pattern.CASE_INSENSITIVE);

    private final ToolReport report;
    private final Set<String> credentials = new HashSet<>();

    Supplied(RawOperation operation, ToolReport report) {
        this.report = report;
        RawPlace root = operation.api().root();
        RawPlace schemes = operation.api().isSwagger()
                ? root.get("securityDefinitions")
                : root.get("components").get("securitySchemes");
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
                || isPaging(parameter.name());
    }

    /** Whether the runtime pages with it, or hides it because it pages: cursors that lead back, switches of the style. */
    boolean isPaging(String name) {
        boolean pages = !report.paging().isEmpty() && !report.paging().contains("unpaged");
        return report.paging().contains(name) || (pages && PAGING.matcher(name).find());
    }

    static boolean isIgnored(String in, String name) {
        return in.equals("header") && IGNORED_HEADERS.contains(name.toLowerCase(Locale.ROOT));
    }

    private static String key(String in, String name) {
        return in + " " + name.toLowerCase(Locale.ROOT);
    }
}
