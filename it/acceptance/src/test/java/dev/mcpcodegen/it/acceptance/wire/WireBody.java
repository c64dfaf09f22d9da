package dev.mcpcodegen.it.acceptance.wire;

import dev.mcpcodegen.it.corpus.raw.RawApi;
import dev.mcpcodegen.it.corpus.raw.RawBody;
import dev.mcpcodegen.it.corpus.raw.RawObject;
import dev.mcpcodegen.it.corpus.raw.RawOperation;
import dev.mcpcodegen.it.corpus.raw.RawPlace;
import dev.mcpcodegen.it.sandbox.http.RecordedRequest;
import dev.mcpcodegen.it.sandbox.vendor.Part;
import dev.mcpcodegen.it.sandbox.vendor.ReceivedBody;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Holds the body of a request against the operation's. */
final class WireBody {

    private final RawApi api;
    private final WireValues values;
    private final RawOperation operation;
    private final List<String> problems;

    WireBody(RawApi api, WireValues values, RawOperation operation, List<String> problems) {
        this.api = api;
        this.values = values;
        this.operation = operation;
        this.problems = problems;
    }

    void check(RecordedRequest request) {
        @Nullable RawBody declared = operation.body().orElse(null);
        if (request.body() instanceof ReceivedBody.None) {
            if (declared != null && declared.required()) {
                problems.add("missing-body");
            }
            return;
        }
        if (declared == null) {
            problems.add("undeclared-body: " + request.body());
            return;
        }
        String mediaType = String.valueOf(request.header("content-type"));
        Optional<RawPlace> schema = declared.schemaOf(mediaType);
        if (schema.isEmpty()) {
            problems.add("media-type: " + mediaType + " instead of one of "
                    + declared.schemas().keySet());
        } else if (request.body() instanceof ReceivedBody.Json json) {
            values.check("body", schema.get(), json.value(), problems);
            undeclared("body", schema.get(), json.value());
        } else if (request.body() instanceof ReceivedBody.Multipart multipart) {
            parts(schema.get(), multipart.parts());
        } else {
            problems.add("unreadable-body: " + request.body());
        }
    }

    /** A schema that does not forbid further properties does not ask for them either. */
    private void undeclared(String place, RawPlace schema, JsonNode value) {
        if (value.isArray()) {
            RawPlace items = api.files().follow(schema).get("items");
            value.forEach(item -> undeclared(place + "/-", items, item));
            return;
        }
        RawObject object = RawObject.of(api, schema);
        if (!value.isObject() || object.names().isEmpty() || isOpen(schema)) {
            return;
        }
        value.propertyStream().forEach(property -> {
            String name = place + "/" + property.getKey();
            if (!object.names().contains(property.getKey())) {
                problems.add("undeclared-property: " + name);
            }
            List<RawPlace> declarations = object.declarations(property.getKey());
            if (declarations.size() == 1) {
                undeclared(name, declarations.get(0), property.getValue());
            }
        });
    }

    private boolean isOpen(RawPlace schema) {
        JsonNode additional = api.files().follow(schema).node().path("additionalProperties");
        return additional.isObject() || additional.asBoolean(false);
    }

    private void parts(RawPlace schema, List<Part> parts) {
        RawObject object = RawObject.of(api, schema);
        Set<String> sent = parts.stream().map(Part::name).collect(Collectors.toSet());
        for (String required : object.required()) {
            if (!sent.contains(required)) {
                problems.add("missing-required: part " + required);
            }
        }
        for (Part part : parts) {
            List<RawPlace> declarations = object.declarations(part.name());
            if (!object.names().contains(part.name())) {
                problems.add("undeclared-part: " + part.name());
            } else if (part.fileName() == null && declarations.size() == 1) {
                value("part " + part.name(), declarations.get(0), part);
            }
        }
    }

    /** An object is a part of JSON where nothing else is said (OpenAPI 3.1, encoding object). */
    private void value(String name, RawPlace schema, Part part) {
        if ("application/json".equals(part.mediaType())) {
            values.check(name, schema, WireValues.json(part.text()), problems);
        } else {
            values.check(name, schema, part.text(), problems);
        }
    }
}
