package dev.mcpcodegen.it.corpus.confirm;

import dev.mcpcodegen.it.corpus.raw.RawObject;
import dev.mcpcodegen.it.corpus.raw.RawOperation;
import dev.mcpcodegen.it.corpus.raw.RawParameter;
import dev.mcpcodegen.it.corpus.raw.RawPlace;
import dev.mcpcodegen.it.corpus.raw.RawSchemas;
import dev.mcpcodegen.it.corpus.raw.RawServers;
import dev.mcpcodegen.it.corpus.schema.SchemaJudge;
import dev.mcpcodegen.runtime.tool.NameValue;
import dev.mcpcodegen.runtime.tool.UpstreamRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Holds the requests of one tool against the raw operation that it claims to stand for. */
final class RequestConfirmer {

    /** These are what other parts of a description say, so that as parameters they count for nothing (OpenAPI, Parameter Object). */
    private static final Set<String> IGNORED_HEADERS = Set.of("accept", "content-type", "authorization");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]+)\\}");

    private final RawOperation operation;
    private final ToolReport report;
    private final String baseUrl;
    private final SchemaJudge judge;
    private final Consumer<String> problems;
    private final Set<String> credentials = new HashSet<>();

    RequestConfirmer(
            RawOperation operation, ToolReport report, String baseUrl, SchemaJudge judge, Consumer<String> problems) {
        this.operation = operation;
        this.report = report;
        this.baseUrl = baseUrl;
        this.judge = judge;
        this.problems = problems;
        RawPlace root = operation.api().root();
        RawPlace schemes = operation.api().isSwagger()
                ? root.get("securityDefinitions")
                : root.get("components").get("securitySchemes");
        for (String name : schemes.node().propertyNames()) {
            RawPlace scheme = operation.api().files().follow(schemes.get(name));
            if (scheme.text("type").equals("apiKey")) {
                credentials.add(scheme.text("in") + " " + scheme.text("name").toLowerCase(Locale.ROOT));
            }
        }
    }

    /** Confirms what does not depend on a call. */
    void confirmTool() {
        server();
        for (RawParameter parameter : operation.parameters()) {
            if (!isSupplied(parameter)
                    && report.argument(parameter.in(), parameter.name()).isEmpty()) {
                problems.accept("lost-parameter: " + parameter + " is no argument");
            }
        }
    }

    void confirm(ToolTrial.Call call) {
        UpstreamRequest request = call.request();
        if (!request.method().equals(operation.method())) {
            problems.accept("method: " + request.method() + " instead of " + operation.method());
        }
        SentTarget target = SentTarget.parse(request.target());
        path(call.arguments(), target);
        query(call.arguments(), target);
        named("header", call.arguments(), request.headers());
        named("cookie", call.arguments(), request.cookies());
        values(call.arguments());
        new BodyConfirmer(operation, report, judge, problems).confirm(call);
    }

    private void server() {
        List<String> declared = RawServers.of(operation);
        boolean absolute = declared.stream().anyMatch(url -> url.contains("://"));
        boolean right = absolute ? declared.contains(baseUrl) : baseUrl.isEmpty() || declared.contains(baseUrl);
        if (!right) {
            problems.accept("server: \"" + baseUrl + "\" instead of one of " + declared);
        }
    }

    private void path(ObjectNode arguments, SentTarget target) {
        List<String> names = new ArrayList<>();
        StringBuilder expression = new StringBuilder();
        // A template may hold a query or a fragment of its own, against the specification but in fact.
        String template = operation.path().split("[?#]", 2)[0];
        Matcher placeholder = PLACEHOLDER.matcher(template);
        int from = 0;
        while (placeholder.find()) {
            expression
                    .append(literal(template.substring(from, placeholder.start())))
                    .append("([^/?#]*)");
            names.add(placeholder.group(1));
            from = placeholder.end();
        }
        expression.append(literal(template.substring(from)));
        Matcher sent = Pattern.compile(expression.toString()).matcher(target.path());
        if (!sent.matches()) {
            problems.accept("path: " + target.path() + " is no instance of " + template);
            return;
        }
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            String segment = SentTarget.decode(sent.group(i + 1));
            JsonNode value = report.value(arguments, "path", name);
            if (value == null) {
                problems.accept("path: {" + name + "} is filled with " + segment + " that is no argument");
                continue;
            }
            String expected = parameter("path", name)
                    .map(declared -> WireText.segment(declared, value))
                    .orElse(WireText.header(value));
            if (value.isObject() ? segment.isEmpty() : !segment.equals(expected)) {
                problems.accept("path-value: {" + name + "} is \"" + segment + "\" instead of \"" + expected + "\"");
            }
        }
    }

    /** What stands between placeholders, as it is or percent-encoded. */
    private static String literal(String text) {
        StringBuilder expression = new StringBuilder();
        text.codePoints().forEach(c -> {
            String plain = Character.toString(c);
            String encoded = URLEncoder.encode(plain, StandardCharsets.UTF_8).replace("+", "%20");
            expression
                    .append("(?:")
                    .append(Pattern.quote(plain))
                    .append('|')
                    .append("(?i:")
                    .append(Pattern.quote(encoded))
                    .append("))");
        });
        return expression.toString();
    }

    private void query(ObjectNode arguments, SentTarget target) {
        Set<String> explained = new HashSet<>();
        Set<String> prefixes = new HashSet<>();
        for (RawParameter parameter : operation.parameters()) {
            if (parameter.in().equals("querystring")) {
                return;
            }
            if (!parameter.in().equals("query")) {
                continue;
            }
            explained.add(parameter.name());
            prefixes.add(parameter.name() + "[");
            JsonNode value = report.value(arguments, "query", parameter.name());
            if (value == null || value.isNull()) {
                if (parameter.required() && !isSupplied(parameter)) {
                    problems.accept("missing-required: " + parameter);
                }
                continue;
            }
            if (value.isObject()) {
                object(parameter, value, target, explained);
            } else {
                plain(parameter, value, target);
            }
        }
        SentTarget.parse(operation.path()).query().forEach(pair -> explained.add(pair.name()));
        for (SentTarget.Pair pair : target.query()) {
            if (!explained.contains(pair.name()) && prefixes.stream().noneMatch(pair.name()::startsWith)) {
                problems.accept("undeclared-query: " + pair.name());
            }
        }
    }

    private void plain(RawParameter parameter, JsonNode value, SentTarget target) {
        List<String> sent = new ArrayList<>(target.values(parameter.name()));
        sent.addAll(target.values(parameter.name() + "[]"));
        List<String> expected = parameter.content().isPresent() && value.isContainer()
                ? List.of(value.toString())
                : WireText.repeated(parameter, value);
        boolean nested = value.isArray() && value.valueStream().anyMatch(JsonNode::isContainer);
        boolean right;
        if (value.isContainer() && value.isEmpty()) {
            right = sent.size() <= 1;
        } else {
            // How a list within a list is written, the specification does not say.
            right = nested ? !sent.isEmpty() : sent.equals(expected);
        }
        if (!right) {
            problems.accept("query-value: " + parameter.name() + " (" + parameter.style() + ", explode "
                    + parameter.explode()
                    + parameter.content().map(type -> ", " + type).orElse("") + ") is " + sent
                    + " instead of " + expected);
        }
    }

    /** Keys of objects may have been renamed for the arguments, so that names are held against the schema and values by themselves. */
    private void object(RawParameter parameter, JsonNode value, SentTarget target, Set<String> explained) {
        String style = parameter.content().isPresent()
                ? "content"
                : parameter.style().equals("deepObject") ? "deepObject" : parameter.explode() ? "exploded" : "joined";
        List<String> sent = new ArrayList<>();
        switch (style) {
            case "deepObject" ->
                target.query().stream()
                        .filter(pair -> pair.name().startsWith(parameter.name() + "["))
                        .forEach(pair -> sent.add(pair.value()));
            case "exploded" -> {
                Set<String> names = new HashSet<>(
                        RawObject.of(operation.api(), parameter.schema()).names());
                value.propertyNames().forEach(names::add);
                explained.addAll(names);
                target.query().stream()
                        .filter(pair -> names.contains(pair.name()))
                        .forEach(pair -> sent.add(pair.value()));
            }
            default -> {
                if (!value.isEmpty() && target.values(parameter.name()).size() != 1) {
                    problems.accept("query-value: " + parameter.name() + " (object, " + style + ") is " + target.query()
                            + " instead of one value");
                }
                return;
            }
        }
        List<String> expected = WireText.leaves(value);
        boolean right;
        if (style.equals("exploded") && value.valueStream().anyMatch(JsonNode::isContainer)) {
            right = sent.isEmpty() == expected.isEmpty();
        } else {
            right = sent.stream().sorted().toList().equals(expected);
        }
        if (!right) {
            problems.accept("query-value: " + parameter.name() + " (object, " + style + ") is " + target.query()
                    + " instead of the values " + expected);
        }
    }

    private void named(String in, ObjectNode arguments, List<NameValue> sent) {
        for (NameValue header : sent) {
            if (parameter(in, header.name()).isEmpty() && !isIgnored(in, header.name())) {
                problems.accept("undeclared-" + in + ": " + header.name());
            }
        }
        for (RawParameter parameter : operation.parameters()) {
            if (!parameter.in().equals(in) || isSupplied(parameter)) {
                continue;
            }
            JsonNode value = report.value(arguments, in, parameter.name());
            List<String> values = sent.stream()
                    .filter(header -> header.name().equalsIgnoreCase(parameter.name()))
                    .map(header -> in.equals("cookie") ? SentTarget.decode(header.value()) : header.value())
                    .toList();
            if (value == null || value.isNull()) {
                if (parameter.required()) {
                    problems.accept("missing-required: " + parameter);
                }
            } else if (!value.isObject() && !values.equals(List.of(WireText.header(value)))) {
                problems.accept(
                        in + "-value: " + parameter.name() + " is " + values + " instead of " + WireText.header(value));
            } else if (values.isEmpty()) {
                problems.accept(in + "-value: " + parameter.name() + " is not sent");
            }
        }
    }

    /** A value that the tool's schema takes must be one that the vendor's takes. */
    private void values(ObjectNode arguments) {
        for (RawParameter parameter : operation.parameters()) {
            JsonNode value = report.value(arguments, parameter.in(), parameter.name());
            if (value == null || value.isNull() || !parameter.schema().isPresent() || value.isObject()) {
                continue;
            }
            List<String> violations =
                    judge.violations(RawSchemas.standalone(operation.api(), parameter.schema()), value);
            if (!violations.isEmpty()) {
                problems.accept("raw-parameter: " + parameter + " takes no " + value + ": " + violations.get(0));
            }
        }
    }

    private Optional<RawParameter> parameter(String in, String name) {
        return operation.parameters().stream()
                .filter(parameter -> parameter.in().equals(in)
                        && (in.equals("header")
                                ? parameter.name().equalsIgnoreCase(name)
                                : parameter.name().equals(name)))
                .findFirst();
    }

    /** Whether somebody other than the caller gives the value. */
    private boolean isSupplied(RawParameter parameter) {
        return isIgnored(parameter.in(), parameter.name())
                || credentials.contains(parameter.in() + " " + parameter.name().toLowerCase(Locale.ROOT))
                || report.paging().contains(parameter.name());
    }

    private static boolean isIgnored(String in, String name) {
        return in.equals("header") && IGNORED_HEADERS.contains(name.toLowerCase(Locale.ROOT));
    }
}
