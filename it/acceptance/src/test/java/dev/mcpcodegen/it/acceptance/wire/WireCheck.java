package dev.mcpcodegen.it.acceptance.wire;

import dev.mcpcodegen.it.corpus.raw.RawApi;
import dev.mcpcodegen.it.corpus.raw.RawOperation;
import dev.mcpcodegen.it.corpus.raw.RawParameter;
import dev.mcpcodegen.it.corpus.raw.RawPlace;
import dev.mcpcodegen.it.sandbox.http.RecordedRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;

/**
 * Holds requests against the description of an API as strictly as it allows: what it does not declare must not be sent, be it in the
 * query, a header, a cookie or the body; what it requires must be; and every value must be one that it takes.
 */
public final class WireCheck {

    /** What every client of HTTP sends; parameters of these names count for nothing (OpenAPI, Parameter Object). */
    private static final Set<String> OF_HTTP = Set.of(
            "accept",
            "accept-encoding",
            "connection",
            "content-length",
            "content-type",
            "host",
            "transfer-encoding",
            "user-agent");

    private final RawApi api;
    private final String basePath;
    private final WireValues values;

    /**
     * Makes a check.
     *
     * @param description an OpenAPI document
     * @param basePath what stands before the paths of the document, as an account says it
     */
    public WireCheck(Path description, String basePath) {
        this.api = RawApi.read(description);
        this.basePath = basePath;
        this.values = new WireValues(api);
    }

    /** Returns the operation that a request calls, such as {@code GET /persons/{id}}. */
    public Optional<String> operation(RecordedRequest request) {
        return find(request).map(RawOperation::toString);
    }

    /** Returns everything that is wrong with a request. */
    public List<String> problems(RecordedRequest request) {
        RawOperation operation = find(request).orElse(null);
        if (operation == null) {
            return List.of("no-operation: " + request.method() + " " + request.rawPath() + ", base path " + basePath);
        }
        List<String> problems = new ArrayList<>();
        path(operation, request, problems);
        query(operation, request, problems);
        headers(operation, request, problems);
        if (!isAuthorized(operation, request)) {
            problems.add("security: no alternative is met");
        }
        new WireBody(api, values, operation, problems).check(request);
        return problems;
    }

    /** Finds the operation; where several templates fit, the one with the fewest variables counts (OpenAPI, Paths Object). */
    private Optional<RawOperation> find(RecordedRequest request) {
        if (!request.rawPath().startsWith(basePath + "/")) {
            return Optional.empty();
        }
        String path = request.rawPath().substring(basePath.length());
        return api.operations().stream()
                .filter(operation -> operation.method().equals(request.method())
                        && PathTemplate.of(operation.path()).matcher(path).matches())
                .min(Comparator.comparingInt(
                        operation -> PathTemplate.names(operation.path()).size()));
    }

    private void path(RawOperation operation, RecordedRequest request, List<String> problems) {
        Matcher matcher =
                PathTemplate.of(operation.path()).matcher(request.rawPath().substring(basePath.length()));
        if (!matcher.matches()) {
            throw new IllegalStateException(operation + " was found by its path");
        }
        List<String> names = PathTemplate.names(operation.path());
        for (int i = 0; i < names.size(); i++) {
            String value = WireQuery.decode(matcher.group(i + 1));
            RawParameter parameter = operation.parameter("path", names.get(i)).orElse(null);
            if (parameter == null) {
                problems.add("undeclared-path: " + names.get(i));
            } else if (value.isEmpty()) {
                problems.add("empty-path: " + parameter);
            } else {
                values.check(parameter, List.of(value), problems);
            }
        }
    }

    private void query(RawOperation operation, RecordedRequest request, List<String> problems) {
        Map<String, List<String>> sent = WireQuery.parse(request.rawQuery());
        List<String> explained = new ArrayList<>();
        for (RawParameter parameter : operation.parameters()) {
            if (parameter.in().equals("query")) {
                explained.addAll(values.query(parameter, sent, problems));
            }
        }
        sent.keySet().stream()
                .filter(name -> !explained.contains(name) && !isCredential(operation, "query", name))
                .forEach(name -> problems.add("undeclared-query: " + name));
    }

    private void headers(RawOperation operation, RecordedRequest request, List<String> problems) {
        for (RawParameter parameter : operation.parameters()) {
            List<String> sent = request.headers().getOrDefault(parameter.name().toLowerCase(Locale.ROOT), List.of());
            if (parameter.in().equals("header")
                    && !OF_HTTP.contains(parameter.name().toLowerCase(Locale.ROOT))) {
                if (!sent.isEmpty()) {
                    values.check(parameter, sent, problems);
                } else if (parameter.required() && !isCredential(operation, "header", parameter.name())) {
                    problems.add("missing-required: " + parameter);
                }
            }
        }
        request.headers().keySet().stream()
                .filter(name -> !OF_HTTP.contains(name)
                        && operation.parameter("header", name).isEmpty()
                        && !isCredential(operation, "header", name))
                .forEach(name -> problems.add("undeclared-header: " + name));
    }

    /** Whether each scheme of one of the alternatives has left a trace; an alternative without schemes is none to meet. */
    private boolean isAuthorized(RawOperation operation, RecordedRequest request) {
        RawPlace alternatives = security(operation);
        for (int i = 0; i < alternatives.node().size(); i++) {
            boolean met = alternatives.get(i).node().propertyNames().stream()
                    .map(this::scheme)
                    .allMatch(scheme -> isPresented(scheme, request));
            if (met) {
                return true;
            }
        }
        return alternatives.node().isEmpty();
    }

    private boolean isPresented(RawPlace scheme, RecordedRequest request) {
        String name = scheme.text("name");
        return switch (scheme.text("in")) {
            case "query" -> WireQuery.parse(request.rawQuery()).containsKey(name);
            case "header" -> request.headers().containsKey(name.toLowerCase(Locale.ROOT));
            case "cookie" -> request.headers().containsKey("cookie");
            default -> request.headers().containsKey("authorization");
        };
    }

    /** Whether a name is that of a credential that the operation asks for. */
    private boolean isCredential(RawOperation operation, String in, String name) {
        RawPlace alternatives = security(operation);
        for (int i = 0; i < alternatives.node().size(); i++) {
            boolean asked = alternatives.get(i).node().propertyNames().stream()
                    .map(this::scheme)
                    .anyMatch(scheme -> isCalled(scheme, in, name));
            if (asked) {
                return true;
            }
        }
        return false;
    }

    private static boolean isCalled(RawPlace scheme, String in, String name) {
        return switch (scheme.text("in")) {
            case "" -> in.equals("header") && name.equalsIgnoreCase("authorization");
            case "cookie" -> in.equals("header") && name.equalsIgnoreCase("cookie");
            default -> scheme.text("in").equals(in) && scheme.text("name").equalsIgnoreCase(name);
        };
    }

    private RawPlace scheme(String name) {
        return api.files()
                .follow(api.root().get("components").get("securitySchemes").get(name));
    }

    private RawPlace security(RawOperation operation) {
        RawPlace own = operation.place().get("security");
        return own.isPresent() ? own : api.root().get("security");
    }
}
