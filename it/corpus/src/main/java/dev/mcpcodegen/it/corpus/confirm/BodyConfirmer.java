package dev.mcpcodegen.it.corpus.confirm;

import dev.mcpcodegen.it.corpus.confirm.ToolReport.Argument;
import dev.mcpcodegen.it.corpus.raw.RawBody;
import dev.mcpcodegen.it.corpus.raw.RawObject;
import dev.mcpcodegen.it.corpus.raw.RawOperation;
import dev.mcpcodegen.it.corpus.raw.RawParameter;
import dev.mcpcodegen.it.corpus.raw.RawPlace;
import dev.mcpcodegen.it.corpus.raw.RawSchemas;
import dev.mcpcodegen.it.corpus.schema.SchemaJudge;
import dev.mcpcodegen.it.corpus.schema.SchemaJudge.Violation;
import dev.mcpcodegen.runtime.tool.QueryParameter;
import dev.mcpcodegen.runtime.tool.RequestBody;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Holds the body of a request against the raw operation's. */
final class BodyConfirmer {

    private static final Set<String> WITHOUT_BODY = Set.of("GET", "HEAD", "TRACE");

    private final RawOperation operation;
    private final ToolReport report;
    private final Supplied supplied;
    private final SchemaJudge judge;
    private final Consumer<String> problems;

    BodyConfirmer(
            RawOperation operation,
            ToolReport report,
            Supplied supplied,
            SchemaJudge judge,
            Consumer<String> problems) {
        this.operation = operation;
        this.report = report;
        this.supplied = supplied;
        this.judge = judge;
        this.problems = problems;
    }

    void confirm(ToolTrial.Call call) {
        RequestBody sent = call.request().body();
        RawBody declared = operation.body().orElse(null);
        if (declared == null) {
            if (!(sent instanceof RequestBody.None)) {
                problems.accept("undeclared-body: " + sent);
            }
            return;
        }
        if (sent instanceof RequestBody.None) {
            // The specification gives a body no meaning here, so leaving it out is right, too.
            if ((declared.required() || (call.all() && hasContent(declared)))
                    && !isNull(declared)
                    && !WITHOUT_BODY.contains(operation.method())) {
                problems.accept("missing-body: " + declared.schemas().keySet());
            }
            return;
        }
        List<String> mediaTypes = mediaTypes(sent);
        Optional<RawPlace> schema = mediaTypes.stream()
                .flatMap(type -> declared.schemaOf(type).stream())
                .findFirst();
        if (schema.isEmpty()) {
            problems.accept("media-type: " + mediaTypes + " instead of one of "
                    + declared.schemas().keySet());
            return;
        }
        if (sent instanceof RequestBody.Json json) {
            json(call, json.tree(), schema.get());
        } else if (sent instanceof RequestBody.Form form) {
            fields(call, form.fields().stream().map(QueryParameter::name).toList(), declared, schema.get());
        } else if (sent instanceof RequestBody.Multipart multipart) {
            fields(call, multipart.parts().stream().map(RequestBody.Part::name).toList(), declared, schema.get());
        }
    }

    /** Whether there is anything that a body could say: some are declared as objects without properties. */
    private boolean hasContent(RawBody declared) {
        return !declared.fields().isEmpty()
                || declared.schemas().values().stream().anyMatch(schema -> {
                    RawObject object = RawObject.of(operation.api(), schema);
                    return object.names().stream().anyMatch(name -> !object.isReadOnly(name));
                });
    }

    /** Whether null is all that a body may be, as some generators say that there is none. */
    private boolean isNull(RawBody declared) {
        return declared.schemas().values().stream()
                .allMatch(schema ->
                        operation.api().files().follow(schema).text("type").equals("null"));
    }

    private static List<String> mediaTypes(RequestBody sent) {
        if (sent instanceof RequestBody.Json json) {
            return List.of(json.mediaType());
        }
        if (sent instanceof RequestBody.Multipart multipart) {
            return List.of(multipart.mediaType());
        }
        if (sent instanceof RequestBody.Raw raw) {
            return List.of(raw.mediaType());
        }
        if (sent instanceof RequestBody.File file) {
            return file.mediaTypes();
        }
        return List.of("application/x-www-form-urlencoded");
    }

    private void json(ToolTrial.Call call, JsonNode body, RawPlace schema) {
        RawObject object = RawObject.of(operation.api(), schema);
        if (!isWhole(object)) {
            properties(call, body, object);
        }
        if (!schema.isPresent()) {
            return;
        }
        // Alternatives at the root become one list of arguments, so that no single one of them need be met.
        ObjectNode raw = object.hasAlternatives() && !isWhole(object)
                ? object.relaxed()
                : RawSchemas.standalone(operation.api(), schema);
        List<Violation> violations = judge.violations(raw, body).stream()
                .filter(violation -> !isFilledIn(violation))
                .toList();
        if (!violations.isEmpty()) {
            problems.accept("raw-body-" + violations.get(0).keyword() + ": " + violations.get(0) + " ("
                    + violations.size() + " violations) in " + body);
        }
    }

    /** Whether only a page size or position is missing, which the runtime puts in when it sends the request. */
    private boolean isFilledIn(Violation violation) {
        return violation.keyword().equals("required")
                && violation.place().isEmpty()
                && report.paging().stream().anyMatch(name -> violation.message().contains("'" + name + "'"));
    }

    /** Whether one argument is the whole body. */
    private boolean isWhole(RawObject object) {
        List<Argument> arguments = report.at("body");
        return arguments.size() == 1
                && arguments.get(0).wireName().equals("body")
                && !object.names().contains("body");
    }

    private void properties(ToolTrial.Call call, JsonNode body, RawObject object) {
        for (Argument argument : report.at("body")) {
            JsonNode value = call.arguments().get(argument.name());
            if (value == null) {
                continue;
            }
            if (!object.names().contains(argument.wireName())) {
                problems.accept("undeclared-property: " + argument.wireName());
            }
            if (!WireText.leaves(value).equals(WireText.leaves(body.path(argument.wireName())))) {
                problems.accept("body-value: " + argument.wireName() + " is " + body.path(argument.wireName())
                        + " instead of " + value);
            }
        }
        if (call.all()) {
            lost(object);
        }
    }

    private void lost(RawObject object) {
        for (String name : object.names()) {
            if (!object.isReadOnly(name)
                    && report.argument("body", name).isEmpty()
                    && !report.isConstant("body", name)
                    && !supplied.isCredential(name)
                    && !supplied.isPaging(name)) {
                problems.accept("lost-property: " + name + " is no argument");
            }
        }
    }

    /** Fields that stand for the properties of one, which the style of its encoding takes apart. */
    private Set<String> exploded(RawBody declared, RawObject object) {
        Set<String> names = new HashSet<>();
        for (RawPlace encodings : declared.encodings()) {
            for (String name : encodings.node().propertyNames()) {
                RawPlace encoding = encodings.get(name);
                boolean form = encoding.text("style").equals("form");
                if (form && encoding.node().path("explode").asBoolean(true)) {
                    object.declarations(name)
                            .forEach(place -> names.addAll(
                                    RawObject.of(operation.api(), place).names()));
                }
            }
        }
        return names;
    }

    private void fields(ToolTrial.Call call, List<String> sent, RawBody declared, RawPlace schema) {
        Set<String> names = new HashSet<>();
        Set<String> required = new HashSet<>();
        if (declared.fields().isEmpty()) {
            RawObject object = RawObject.of(operation.api(), schema);
            names.addAll(object.names());
            names.addAll(exploded(declared, object));
            required.addAll(object.required());
            if (call.all()) {
                lost(object);
            }
        } else {
            for (RawParameter field : declared.fields()) {
                names.add(field.name());
                if (field.required()) {
                    required.add(field.name());
                }
                if (call.all()
                        && !supplied.isCredential(field.name())
                        && report.argument("body", field.name()).isEmpty()
                        && !report.isConstant("body", field.name())) {
                    problems.accept("lost-property: " + field.name() + " is no argument");
                }
            }
        }
        for (String name : sent) {
            String field = name.contains("[") ? name.substring(0, name.indexOf('[')) : name;
            if (!names.contains(name) && !names.contains(field)) {
                problems.accept("undeclared-field: " + name);
            }
        }
        for (String name : required) {
            boolean there = sent.stream().anyMatch(one -> one.equals(name) || one.startsWith(name + "["));
            JsonNode value = report.value(call.arguments(), "body", name);
            boolean empty = value != null
                    && value.isContainer()
                    && WireText.leaves(value).isEmpty();
            if (!there && !empty && !supplied.isCredential(name)) {
                problems.accept("missing-required: field " + name);
            }
        }
    }
}
