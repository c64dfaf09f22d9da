package dev.mcpcodegen.it.corpus.confirm;

import dev.mcpcodegen.it.corpus.raw.RawObject;
import dev.mcpcodegen.it.corpus.raw.RawOperation;
import dev.mcpcodegen.it.corpus.raw.RawParameter;
import dev.mcpcodegen.it.corpus.raw.RawSchemas;
import dev.mcpcodegen.it.corpus.raw.RawServers;
import dev.mcpcodegen.it.corpus.schema.SchemaJudge;
import dev.mcpcodegen.it.corpus.schema.SchemaJudge.Violation;
import dev.mcpcodegen.runtime.tool.NameValue;
import dev.mcpcodegen.runtime.tool.SecurityScheme;
import dev.mcpcodegen.runtime.tool.UpstreamRequest;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Holds the requests of one tool against the raw operation that it claims to stand for. */
final class RequestConfirmer {

    private final RawOperation operation;
    private final ToolReport report;
    private final String address;
    private final SchemaJudge judge;
    private final Consumer<String> problems;
    private final Supplied supplied;

    RequestConfirmer(
            RawOperation operation,
            ToolReport report,
            String address,
            List<SecurityScheme> schemes,
            SchemaJudge judge,
            Consumer<String> problems) {
        this.operation = operation;
        this.report = report;
        this.address = address;
        this.judge = judge;
        this.problems = problems;
        this.supplied = new Supplied(operation, report, schemes);
    }

    /** Confirms what does not depend on a call. */
    void confirmTool() {
        server();
        for (RawParameter parameter : operation.parameters()) {
            if (!supplied.includes(parameter)
                    && hasPlace(parameter)
                    && report.argument(parameter.in(), parameter.name()).isEmpty()
                    && !report.isConstant(parameter.in(), parameter.name())) {
                problems.accept("lost-parameter: " + parameter + " is no argument");
            }
        }
    }

    /** A parameter of a path that its template does not name can be sent nowhere. */
    private boolean hasPlace(RawParameter parameter) {
        return !parameter.in().equals("path")
                || Pattern.compile("[{:<(\\[]\\W?" + Pattern.quote(parameter.name()))
                        .matcher(operation.path())
                        .find();
    }

    void confirm(ToolTrial.Call call) {
        UpstreamRequest request = call.request();
        if (!request.method().equals(operation.method())) {
            problems.accept("method: " + request.method() + " instead of " + operation.method());
        }
        SentTarget target = SentTarget.parse(request.target());
        new PathConfirmer(operation, report, problems).confirm(call.arguments(), target);
        new QueryConfirmer(operation, report, supplied, problems).confirm(call.arguments(), target);
        named("header", call.arguments(), request.headers());
        named("cookie", call.arguments(), request.cookies());
        values(call.arguments());
        new BodyConfirmer(operation, report, supplied, judge, problems).confirm(call);
    }

    private void server() {
        // What is no address of anything cannot be gone to.
        List<String> declared =
                RawServers.of(operation).stream().filter(RawServers::isUsable).toList();
        if (declared.isEmpty()) {
            return;
        }
        boolean absolute = declared.stream().anyMatch(url -> url.contains("://"));
        boolean right = absolute
                ? declared.contains(address)
                : address.isEmpty()
                        || declared.contains(address)
                        || declared.stream().anyMatch(this::isBesideTheOthers);
        if (!right) {
            problems.accept("server: \"" + address + "\" instead of one of " + declared);
        }
    }

    /** A path is one on the host of the API's own servers. */
    private boolean isBesideTheOthers(String path) {
        return RawServers.ofApi(operation.api()).stream()
                .filter(url -> url.contains("://"))
                .map(url -> url.replaceFirst("^([^/]*//[^/]*).*", "$1"))
                .anyMatch(origin -> address.equals(origin + path));
    }

    private void named(String in, ObjectNode arguments, List<NameValue> sent) {
        Set<String> explained = new HashSet<>();
        for (RawParameter parameter : operation.parameters()) {
            if (!parameter.in().equals(in) || supplied.includes(parameter)) {
                continue;
            }
            JsonNode value = report.value(arguments, in, parameter.name());
            if (value == null || value.isNull()) {
                if (parameter.required()) {
                    problems.accept("missing-required: " + parameter);
                }
            } else if (value.isObject()
                    && parameter.explode()
                    && in.equals("cookie")
                    && parameter.content().isEmpty()) {
                // Each property is a cookie of its own (OpenAPI, Style Examples).
                value.propertyNames().forEach(explained::add);
                explained.addAll(
                        RawObject.of(operation.api(), parameter.schema()).names());
            } else {
                value(in, parameter, value, sent);
            }
        }
        for (NameValue header : sent) {
            if (operation.parameter(in, header.name()).isEmpty()
                    && !explained.contains(header.name())
                    && !Supplied.isIgnored(in, header.name())) {
                problems.accept("undeclared-" + in + ": " + header.name());
            }
        }
    }

    private void value(String in, RawParameter parameter, JsonNode value, List<NameValue> sent) {
        List<String> values = sent.stream()
                .filter(header -> header.name().equalsIgnoreCase(parameter.name()))
                .map(header -> in.equals("cookie") ? SentTarget.decode(header.value()) : header.value())
                .toList();
        if (value.isContainer() && value.isEmpty()) {
            return;
        }
        boolean exact = !value.isContainer()
                || (value.isArray()
                        && parameter.content().isEmpty()
                        && value.valueStream().noneMatch(JsonNode::isContainer));
        List<String> expected =
                in.equals("cookie") && exact ? WireText.repeated(parameter, value) : List.of(WireText.header(value));
        if (exact && !values.equals(expected)) {
            problems.accept(
                    in + "-value: " + parameter.name() + " is " + values + " instead of " + WireText.header(value));
        } else if (values.isEmpty()) {
            problems.accept(in + "-value: " + parameter.name() + " is not sent");
        }
    }

    /** A value that the tool's schema takes must be one that the vendor's takes. */
    private void values(ObjectNode arguments) {
        for (RawParameter parameter : operation.parameters()) {
            JsonNode value = report.value(arguments, parameter.in(), parameter.name());
            if (value == null || value.isNull() || !parameter.schema().isPresent() || value.isObject()) {
                continue;
            }
            // Null has no form outside of JSON, so that no value at all would do.
            if (operation.api().files().follow(parameter.schema()).text("type").equals("null")) {
                continue;
            }
            List<Violation> violations =
                    judge.violations(RawSchemas.standalone(operation.api(), parameter.schema()), value);
            if (!violations.isEmpty()) {
                problems.accept("raw-parameter: " + parameter + " takes no " + value + ": " + violations.get(0));
            }
        }
    }
}
